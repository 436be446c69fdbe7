package io.redress.process.receiptvisit;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A refund that is due is offered in the ledger in the very transaction of the review. */
@Component
class ReviewTheRefundHandler implements SubmitHandler {

    private static final String DUE = "due";
    private static final Set<String> REVIEWS = Set.of(DUE, "not-due");

    private final Refunds refunds;
    private final Sentences sentences;

    ReviewTheRefundHandler(Refunds refunds, Sentences sentences) {
        this.refunds = refunds;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(
                ReceiptVisitProcess.REVIEW,
                ReceiptVisitProcess.REFUND,
                ReceiptVisitProcess.PAY_BY,
                ReceiptVisitProcess.REASON);
    }

    @Override
    public void submit(Entry submission) {
        String review = ReceiptVisitProcess.REVIEW.find(submission).orElse("");
        if (!REVIEWS.contains(review)) {
            throw new RefusedCase(sentences.say("receipt.unsaid", ReceiptVisitProcess.REVIEW.key()));
        }
        if (review.equals(DUE)) {
            refunds.offer(
                    submission.complaintId(),
                    ReceiptVisitProcess.REFUND.find(submission).orElse(null),
                    ReceiptVisitProcess.PAY_BY.find(submission).orElse(null),
                    ReceiptVisitProcess.REASON.find(submission).orElse(""),
                    submission.submittedBy(),
                    submission.submittedAt());
        }
    }
}
