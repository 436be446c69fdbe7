package io.redress.process.followup;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code follow-up}: the customer is called some days after the case was settled. */
final class FollowUpProcess {

    static final String KEY = "follow-up";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** Who calls. */
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;
    /** In: how the case was settled. */
    static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);
    /** Out: whether the case goes on. */
    static final Variable<Boolean> REOPENED = new Variable<>("reopened", Boolean.class);
    /** Out: how often it has been reopened by now; null when it was not. */
    static final Variable<Long> REOPENINGS = new Variable<>("reopenings", Long.class);

    /** How often the customer is tried. */
    static final Variable<Long> ATTEMPTS = new Variable<>("attempts", Long.class);
    /** How many tries have failed. */
    static final Variable<Long> TRIES = new Variable<>("tries", Long.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> REACHED = new Variable<>("reached", String.class);
    /** {@code solved}, {@code partly} or {@code not-solved}; null when nobody was reached. */
    static final Variable<String> SOLVED = new Variable<>("solved", String.class);

    private FollowUpProcess() {}
}
