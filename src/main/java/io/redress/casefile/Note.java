package io.redress.casefile;

import java.util.Locale;

/** What Redress itself writes into the file of a case. */
public enum Note {
    /** A clock has come to one of its stages. */
    DEADLINE,
    /** The case was passed up. */
    ESCALATION,
    ESCALATION_DECISION,
    ESCALATION_REMINDER,
    HAND_OVER,
    MEASURE_DONE,
    MEASURE_OVERDUE,
    OTHER_MATTER,
    PAYMENT,
    PLAN,
    PLAN_AGREED,
    REOPENED;

    /** As it is stored, and as its sentence is named. */
    public String step() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when Redress writes no such note */
    public static Note of(String step) {
        return valueOf(step.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
