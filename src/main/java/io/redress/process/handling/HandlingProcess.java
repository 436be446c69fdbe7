package io.redress.process.handling;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.RouteVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code complaint-handling}: every complaint, from registration to archive. */
final class HandlingProcess {

    static final String KEY = "complaint-handling";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> NUMBER = CaseVariables.NUMBER;
    static final Variable<String> SITE = CaseVariables.SITE;
    static final Variable<String> SEVERITY = CaseVariables.SEVERITY;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;

    /** What intake has taken it for: {@code complaint}, {@code service}, or {@code joined} where it goes on in an earlier case. */
    static final Variable<String> TAKEN_FOR = new Variable<>("takenFor", String.class);
    /** Whether the record is to be read back: the customer can be reached and did not write it. */
    static final Variable<Boolean> TO_CONFIRM = new Variable<>("toConfirm", Boolean.class);
    /** The process that handles it. */
    static final Variable<String> ROUTE = new Variable<>("route", String.class);

    static final Variable<Boolean> PLAN_AGREED = RouteVariables.PLAN_AGREED;
    static final Variable<Boolean> SETTLED = RouteVariables.SETTLED;
    /** How the route, then the feedback ended, as each of them calls it. */
    static final Variable<String> OUTCOME = RouteVariables.OUTCOME;
    /** Whether the problem has come back. */
    static final Variable<Boolean> REOPENED = new Variable<>("reopened", Boolean.class);

    /** Who is hurt; {@code staff}: whoever works for the house or a merchant. */
    static final FormField<String> HURT_PERSON = new FormField<>("hurtPerson", String.class);

    static final FormField<String> LESSON_CAUSE = new FormField<>("lessonCause", String.class);

    private HandlingProcess() {}
}
