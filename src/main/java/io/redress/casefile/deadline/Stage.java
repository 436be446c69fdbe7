package io.redress.casefile.deadline;

/** What happens to a deadline by itself, when nobody acts. */
public enum Stage {
    /** The given share of the time is used up: the owner is told. */
    AT_RISK,
    /** The time is up: the breach is recorded and the next level told. */
    DUE,
    /** A pause for the customer or for papers has lasted 30 days and ends: the case is the owner's again. */
    PAUSE_ENDED
}
