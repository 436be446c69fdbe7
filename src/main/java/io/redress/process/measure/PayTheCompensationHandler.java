package io.redress.process.measure;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The money is paid, by somebody who may: whoever may not hears so at once. */
@Component
class PayTheCompensationHandler implements SubmitHandler {

    private final DoneMeasures measures;

    PayTheCompensationHandler(DoneMeasures measures) {
        this.measures = measures;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(MeasureProcess.DONE, MeasureProcess.PAYMENT_PROOF);
    }

    @Override
    public void submit(Entry submission) {
        measures.done(submission, MeasureProcess.PAYMENT_PROOF);
    }
}
