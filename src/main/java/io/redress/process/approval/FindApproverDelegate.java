package io.redress.process.approval;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.money.Approver;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who signs for the money; levels that are passed over for want of people make incidents. */
@Component
class FindApproverDelegate implements JavaDelegate {

    private static final String EMPTY_LEVEL = "empty-level";
    /** Waits for somebody to be put into it. */
    private static final String LAST = "general-manager";

    private final Approvals approvals;
    private final Escalation escalation;

    FindApproverDelegate(Approvals approvals, Escalation escalation) {
        this.approvals = approvals;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Approver approver = approvals.approver(ApprovalProcess.CASE_ID.in(execution));
        ApprovalProcess.COMPENSATION_APPROVER.set(execution, approver.group().orElse(LAST));
        approver.passedOver()
                .forEach(group -> execution.createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
    }
}
