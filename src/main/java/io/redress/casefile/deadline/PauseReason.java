package io.redress.casefile.deadline;

/** For whom a deadline waits. */
public enum PauseReason {
    CUSTOMER(true),
    PAPERS(true),
    INSURER(false);

    private final boolean endsByItself;

    PauseReason(boolean endsByItself) {
        this.endsByItself = endsByItself;
    }

    /** After 30 times 24 hours. */
    public boolean endsByItself() {
        return endsByItself;
    }
}
