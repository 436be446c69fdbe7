package io.redress.process.injuryassistance;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code injury-assistance}: whether somebody goes along to the doctor, and whether the cost is advanced. */
final class AssistanceProcess {

    static final String KEY = "injury-assistance";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** The group that decides it, and goes along. */
    static final Variable<String> DUTY_MANAGER = new Variable<>("dutyManager", String.class);
    /** {@code yes} or {@code no}, each. */
    static final Variable<String> COMPANY_DECISION = new Variable<>("companyDecision", String.class);

    static final Variable<String> ADVANCE_DECISION = new Variable<>("advanceDecision", String.class);
    /** Whether money that was granted is still to come. */
    static final Variable<Boolean> MONEY_TO_COME = new Variable<>("moneyToCome", Boolean.class);

    private AssistanceProcess() {}
}
