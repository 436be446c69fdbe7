package io.redress.process.escalation;

import io.redress.engine.deadline.EscalationVariables;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code escalation}: something must be passed up, and somebody who exists takes it up. */
final class EscalationProcess {

    static final String KEY = "escalation";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /**
     * In: why, where the caller knows: {@code third-reopening}, or a reason that the escalation ladder knows. Without one it is
     * found in the case file.
     */
    static final Variable<String> REASON = new Variable<>("reason", String.class);
    /** The kind of the deadline that is due; null where it is not time. */
    static final Variable<String> DEADLINE_KIND = new Variable<>("deadlineKind", String.class);

    /** The group that is asked; null when nobody must act. */
    static final Variable<String> LEVEL = new Variable<>("level", String.class);

    static final Variable<String> ANSWER_BY = EscalationVariables.ANSWER_BY;
    /** Whether the owner now owes the level a written report. */
    static final Variable<Boolean> IN_WRITING = new Variable<>("inWriting", Boolean.class);
    /** The groups that have the case, separated by commas. */
    static final Variable<String> OWNERS = new Variable<>("owners", String.class);

    /** {@code take-over}, {@code advise} or {@code give-back}. */
    static final Variable<String> DECISION = new Variable<>("escalationDecision", String.class);
    /** The id of the task in which it was decided. */
    static final Variable<String> DECISION_TASK = new Variable<>("decisionTask", String.class);
    /** When the order is to be carried out, in ISO-8601; null where that can't be computed. */
    static final Variable<String> ORDER_DUE = new Variable<>("orderDue", String.class);

    private EscalationProcess() {}
}
