package io.redress.process.merchantsettlement;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import io.redress.casefile.settlement.PaidMeasure;
import io.redress.casefile.settlement.SignedPapers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The merchant has paid, as the signed papers show; or has not. */
@Component
class ConfirmThePaymentHandler implements SubmitHandler {

    private final PaidMeasure paid;
    private final SignedPapers papers;
    private final Plans plans;

    ConfirmThePaymentHandler(PaidMeasure paid, SignedPapers papers, Plans plans) {
        this.paid = paid;
        this.papers = papers;
        this.plans = plans;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(PaidMeasure.MEASURE, PaidMeasure.PROOF, MerchantSettlementProcess.PAID);
    }

    @Override
    public void submit(Entry submission) {
        if (MerchantSettlementProcess.PAID
                .find(submission)
                .filter("yes"::equals)
                .isPresent()) {
            long measure = paid.of(submission);
            papers.signed(submission, measure);
            plans.done(submission, measure, PaidMeasure.PROOF.find(submission).orElse(null));
        }
    }
}
