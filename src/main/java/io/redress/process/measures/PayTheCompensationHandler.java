package io.redress.process.measures;

import io.redress.casefile.SubmitHandler;
import io.redress.entry.Entry;
import org.springframework.stereotype.Component;

/** The money is paid, by somebody who may: whoever may not hears so at once. */
@Component
class PayTheCompensationHandler implements SubmitHandler {

    private final DoneMeasures measures;

    PayTheCompensationHandler(DoneMeasures measures) {
        this.measures = measures;
    }

    @Override
    public void submit(Entry submission) {
        measures.done(submission, "paymentProof");
    }
}
