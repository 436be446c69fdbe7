package io.redress.casefile.deadline;

/** For whom a deadline waits. */
public enum PauseReason {
    CUSTOMER(true),
    PAPERS(true),
    INSURER(false),
    /** A court, or the lawyers of both sides. */
    LEGAL(false);

    private final boolean endsByItself;

    PauseReason(boolean endsByItself) {
        this.endsByItself = endsByItself;
    }

    /** After 30 times 24 hours. */
    public boolean endsByItself() {
        return endsByItself;
    }
}
