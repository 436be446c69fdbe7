package io.redress.process.receiptvisit;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.measure.Compensation;
import io.redress.casefile.measure.PlannedMeasure;
import io.redress.casefile.plan.Plans;
import io.redress.casefile.receipt.LossDeclaration;
import io.redress.casefile.receipt.LossDeclarations;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The money of a lost receipt goes back by the ledger, as any money does: asked for, approved and paid by three people. */
@Service
class Refunds {

    private static final String FINANCE = "finance";

    private final LossDeclarations declarations;
    private final Plans plans;
    private final Sentences sentences;

    Refunds(LossDeclarations declarations, Plans plans, Sentences sentences) {
        this.declarations = declarations;
        this.plans = plans;
        this.sentences = sentences;
    }

    /**
     * Offers the refund, which is yet to be approved.
     *
     * @param amount in CNY, at most what stands on the paper
     * @throws RefusedCase when it is more than that, or missing
     */
    @Transactional
    void offer(long complaintId, BigDecimal amount, LocalDate payBy, String reason, String who, Instant now) {
        LossDeclaration declaration = declarations.find(complaintId).orElseThrow();
        BigDecimal onPaper = declaration.loss().amount();
        if (amount == null || amount.compareTo(onPaper) > 0) {
            throw new RefusedCase(sentences.say("receipt.refund-amount", onPaper));
        }
        String what =
                sentences.say("receipt.refund", declarations.line(declaration).replace("\n", ", "));
        plans.owe(
                complaintId,
                new PlannedMeasure(what, FINANCE, null, null, payBy, Compensation.REFUND),
                amount,
                reason,
                who,
                now);
    }
}
