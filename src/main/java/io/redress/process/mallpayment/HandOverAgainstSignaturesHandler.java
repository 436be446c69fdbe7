package io.redress.process.mallpayment;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.settlement.PaidMeasure;
import io.redress.casefile.settlement.SignedPapers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The customer gets the money for signatures, which are seen on a scan. */
@Component
class HandOverAgainstSignaturesHandler implements SubmitHandler {

    private final PaidMeasure paid;
    private final SignedPapers papers;

    HandOverAgainstSignaturesHandler(PaidMeasure paid, SignedPapers papers) {
        this.paid = paid;
        this.papers = papers;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(PaidMeasure.MEASURE, MallPaymentProcess.HAS_SIGNED);
    }

    @Override
    public void submit(Entry submission) {
        if (MallPaymentProcess.HAS_SIGNED.find(submission).filter("yes"::equals).isPresent()) {
            papers.signed(submission, paid.of(submission));
        }
    }
}
