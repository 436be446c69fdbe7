package io.redress.process.approval;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.money.Approver;
import io.redress.language.Sentences;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has signed in time: the next level is asked, or the last one again. */
@Component
class PassApprovalUpDelegate implements JavaDelegate {

    private static final String EMPTY_LEVEL = "empty-level";
    private static final String SILENT = "silent-level";

    private final Approvals approvals;
    private final Escalation escalation;
    private final Sentences sentences;

    PassApprovalUpDelegate(Approvals approvals, Escalation escalation, Sentences sentences) {
        this.approvals = approvals;
        this.escalation = escalation;
        this.sentences = sentences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String silent = ApprovalProcess.COMPENSATION_APPROVER.in(execution);
        Approver next = approvals.passUp(ApprovalProcess.CASE_ID.in(execution), silent);
        next.passedOver().forEach(group -> execution.createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
        if (next.group().isEmpty()) {
            execution.createIncident(SILENT, silent, sentences.say("approval.silent", silent));
        }
        ApprovalProcess.COMPENSATION_APPROVER.set(execution, next.group().orElse(silent));
    }
}
