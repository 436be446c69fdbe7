package io.redress.process.approval;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ledger moves in the very transaction of the signature, so that whoever may not sign hears so at once. */
@Component
class ApproveTheCompensationHandler implements SubmitHandler {

    private static final String APPROVED = "approved";
    private static final Set<String> DECISIONS = Set.of(APPROVED, "refused");

    private final Approvals approvals;
    private final Sentences sentences;

    ApproveTheCompensationHandler(Approvals approvals, Sentences sentences) {
        this.approvals = approvals;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(ApprovalProcess.DECISION, ApprovalProcess.REASON, ApprovalProcess.ADVANCE);
    }

    @Override
    public void submit(Entry submission) {
        String decision = ApprovalProcess.DECISION.find(submission).orElse("");
        if (!DECISIONS.contains(decision)) {
            // An owner's form may offer more; none of it is a no.
            throw new RefusedCase(sentences.say("approval.undecided", decision));
        }
        approvals.decide(
                submission,
                APPROVED.equals(decision),
                ApprovalProcess.REASON.find(submission).orElse(null));
    }
}
