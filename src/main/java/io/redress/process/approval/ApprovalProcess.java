package io.redress.process.approval;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.treatment.TreatmentAdvances;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.math.BigDecimal;

/** The contract of {@code compensation-approval}: one signature for the money that a case offers. */
final class ApprovalProcess {

    static final String KEY = "compensation-approval";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** In: the advance for a treatment that it is about; absent where it is about what was agreed. */
    static final Variable<Long> ADVANCE_ID = new Variable<>(TreatmentAdvances.ADVANCE_ID, Long.class);
    /** The group whose member approves. */
    static final Variable<String> COMPENSATION_APPROVER = new Variable<>("compensationApprover", String.class);
    /** {@code approved} or {@code refused}. */
    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);

    /** The number of that advance, as the form gives it back. */
    static final FormField<BigDecimal> ADVANCE = TreatmentAdvances.ADVANCE;

    static final FormField<String> DECISION = new FormField<>("compensationDecision", String.class);
    static final FormField<String> REASON = new FormField<>("compensationReason", String.class);

    private ApprovalProcess() {}
}
