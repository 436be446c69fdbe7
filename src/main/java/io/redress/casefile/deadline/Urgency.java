package io.redress.casefile.deadline;

/** How a case stands with its deadlines, for the cards of its tasks. */
public enum Urgency {
    NONE,
    AT_RISK,
    OVERDUE
}
