package io.redress.process.escalation;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code escalation}: a deadline is at risk or over, and somebody who exists is told. */
final class EscalationProcess {

    static final String KEY = "escalation";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** Why, where it is not time: {@code third-reopening}; then the last rung is told. */
    static final Variable<String> REASON = new Variable<>("reason", String.class);
    /** The kind of the clock whose timer fired; without a reason. */
    static final Variable<String> CLOCK = new Variable<>("clock", String.class);
    /** The group that takes note of the breach; null when nobody is to. */
    static final Variable<String> RUNG = new Variable<>("rung", String.class);

    private EscalationProcess() {}
}
