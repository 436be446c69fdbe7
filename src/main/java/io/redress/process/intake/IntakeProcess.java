package io.redress.process.intake;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code complaint-intake}: every complaint, from registration to archive. */
final class IntakeProcess {

    static final String KEY = "complaint-intake";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> NUMBER = CaseVariables.NUMBER;
    static final Variable<String> SITE = CaseVariables.SITE;
    static final Variable<String> SEVERITY = CaseVariables.SEVERITY;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;

    /** Whether a program brought it while nobody was there. */
    static final Variable<Boolean> URGENCY_TO_JUDGE = new Variable<>("urgencyToJudge", Boolean.class);
    /** Whether triage found a row for it. */
    static final Variable<Boolean> CLASSIFIED = new Variable<>("classified", Boolean.class);
    /** Senior management hears of it at once. */
    static final Variable<Boolean> SUDDEN_INCIDENT = new Variable<>("suddenIncident", Boolean.class);
    /** The process that handles it. */
    static final Variable<String> ROUTE = new Variable<>("route", String.class);
    /** Whether an open case may be about the same matter. */
    static final Variable<Boolean> DUPLICATE = new Variable<>("duplicate", Boolean.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> SAME_MATTER = new Variable<>("sameMatter", String.class);

    /** Whether the record is to be read back: the customer can be reached and did not write it. */
    static final Variable<Boolean> TO_CONFIRM = new Variable<>("toConfirm", Boolean.class);

    static final Variable<Boolean> REACHABLE = new Variable<>("reachable", Boolean.class);
    /** How the route, then the feedback ended, as each of them calls it. */
    static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);
    /** Where on the ladder the feedback begins: {@code A} or {@code C}. */
    static final Variable<String> RUNG = new Variable<>("rung", String.class);
    /** Whether the ladder has brought about a plan that the route is to carry out. */
    static final Variable<Boolean> PLAN_AGREED = new Variable<>("planAgreed", Boolean.class);

    static final Variable<Boolean> REOPENED = new Variable<>("reopened", Boolean.class);

    private IntakeProcess() {}
}
