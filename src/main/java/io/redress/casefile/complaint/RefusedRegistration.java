package io.redress.casefile.complaint;

/** A registration that can't become a case; the message is a sentence for whoever registers it. */
public class RefusedRegistration extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    RefusedRegistration(CoreField field, String sentence) {
        this(field.key(), sentence);
    }

    /** @param field the key of the field that is to be put right */
    public RefusedRegistration(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** The key of the field that is to be put right. */
    public String field() {
        return field;
    }
}
