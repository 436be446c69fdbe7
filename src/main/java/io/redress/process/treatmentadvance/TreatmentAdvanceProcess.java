package io.redress.process.treatmentadvance;

import io.redress.casefile.treatment.TreatmentAdvances;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code treatment-advance}: money for a treatment within the half hour, a part of the case of its own. */
final class TreatmentAdvanceProcess {

    static final String KEY = TreatmentAdvances.PART;

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> ADVANCE_ID = new Variable<>(TreatmentAdvances.ADVANCE_ID, Long.class);
    /** Whether somebody has said yes to it already. */
    static final Variable<Boolean> ADVANCE_GRANTED = new Variable<>(TreatmentAdvances.GRANTED, Boolean.class);
    /** The group that decides on it, and pays at night. */
    static final Variable<String> DUTY_MANAGER = new Variable<>(TreatmentAdvances.DUTY_MANAGER, String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> FURTHER_ADVANCE = new Variable<>("furtherAdvance", String.class);
    /** Whether somebody above is to approve it. */
    static final Variable<Boolean> ABOVE_LIMIT = new Variable<>("aboveLimit", Boolean.class);

    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);
    /** The group that provides the money. */
    static final Variable<String> FUNDS_GROUP = new Variable<>("fundsGroup", String.class);
    /** {@code paid} or {@code not-needed}. */
    static final Variable<String> FUNDS = new Variable<>("funds", String.class);
    /** Whether the petty cash paid it. */
    static final Variable<Boolean> PETTY_CASH = new Variable<>("pettyCash", Boolean.class);

    private TreatmentAdvanceProcess() {}
}
