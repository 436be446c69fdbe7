package io.redress.casefile.deadline;

/** What has become of a deadline. */
public enum DeadlineState {
    RUNNING,
    /** Waiting for somebody outside; there is no due instant until it goes on. */
    PAUSED,
    MET,
    /** Due and not met in time; it may still be done late. */
    BREACHED,
    CANCELLED;

    boolean open() {
        return this == RUNNING || this == PAUSED;
    }
}
