package io.redress.process.intake;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code complaint-intake}: a registered complaint is acknowledged, judged and routed, or joined to an earlier one. */
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
    /** Whether senior management hears of it at once. */
    static final Variable<Boolean> SUDDEN_INCIDENT = new Variable<>("suddenIncident", Boolean.class);
    /** Out: the process that handles it. */
    static final Variable<String> ROUTE = new Variable<>("route", String.class);
    /** Whether an open case may be about the same matter. */
    static final Variable<Boolean> DUPLICATE = new Variable<>("duplicate", Boolean.class);
    /** That case, which is the one that is compared and joined, whatever comes in later. */
    static final Variable<Long> EARLIER_ID = new Variable<>("earlierId", Long.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> SAME_MATTER = new Variable<>("sameMatter", String.class);

    /** Out: what it is taken for: {@code complaint}, {@code service}, or {@code joined} where it goes on in an earlier case. */
    static final Variable<String> TAKEN_FOR = new Variable<>("takenFor", String.class);

    /** The open case that this one may repeat. */
    static final FormField<String> EARLIER_NUMBER = new FormField<>("earlierNumber", String.class);

    static final FormField<String> EARLIER_DESCRIPTION = new FormField<>("earlierDescription", String.class);

    private IntakeProcess() {}
}
