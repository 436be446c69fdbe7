package io.redress.process.approval;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code compensation-approval}: one signature for the money that a case offers. */
final class ApprovalProcess {

    static final String KEY = "compensation-approval";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** The group whose member approves. */
    static final Variable<String> COMPENSATION_APPROVER = new Variable<>("compensationApprover", String.class);
    /** {@code approved} or {@code refused}. */
    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);

    static final FormField<String> DECISION = new FormField<>("compensationDecision", String.class);
    static final FormField<String> REASON = new FormField<>("compensationReason", String.class);

    private ApprovalProcess() {}
}
