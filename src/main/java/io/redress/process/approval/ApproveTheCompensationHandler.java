package io.redress.process.approval;

import io.redress.casefile.SubmitHandler;
import io.redress.entry.Entry;
import org.springframework.stereotype.Component;

/** The ledger moves in the very transaction of the signature, so that whoever may not sign hears so at once. */
@Component
class ApproveTheCompensationHandler implements SubmitHandler {

    private final Approvals approvals;

    ApproveTheCompensationHandler(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void submit(Entry submission) {
        approvals.decide(submission, "approved".equals(submission.fields().get("compensationDecision")), (String)
                submission.fields().get("compensationReason"));
    }
}
