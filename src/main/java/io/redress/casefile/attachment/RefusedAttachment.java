package io.redress.casefile.attachment;

/** A file is not kept, or can't be given out; the message says why and what to do, and nothing has changed. */
public final class RefusedAttachment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such file, case or task, or it is not theirs. */
        UNKNOWN,
        /** It can't be taken as it is: empty, or it came only in part. */
        WRONG,
        TOO_LARGE,
        KIND,
        /** The case takes none any more, or the file can't be taken back any more. */
        LATE,
        /** The folder can't be reached, or is full. */
        STORE
    }

    private final Reason reason;

    RefusedAttachment(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
