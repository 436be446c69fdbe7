package io.redress.casefile.complaint;

/** How far a case has come (case file, "States"). A closed case is locked; a new complaint is linked to it. */
public enum State {
    OPEN,
    ANSWERED,
    SETTLED,
    CLOSED
}
