package io.redress.process.approval;

import io.redress.casefile.SubmissionRule;
import io.redress.entry.Entry;
import org.springframework.stereotype.Component;

/** The ledger moves in the very transaction of the signature, so that whoever may not sign hears so at once. */
@Component
class ApprovalRules implements SubmissionRule {

    private final Approvals approvals;

    ApprovalRules(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void check(Entry submission) {
        if (submission.process().equals(ApprovalProcess.KEY)
                && submission.step().equals("userTask_approveTheCompensation")) {
            approvals.decide(submission, "approved".equals(submission.fields().get("compensationDecision")), (String)
                    submission.fields().get("compensationReason"));
        }
    }
}
