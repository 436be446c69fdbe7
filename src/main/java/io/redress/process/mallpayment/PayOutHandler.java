package io.redress.process.mallpayment;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import io.redress.casefile.settlement.PaidMeasure;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance pays, by somebody who may: whoever may not hears so at once. */
@Component
class PayOutHandler implements SubmitHandler {

    private final PaidMeasure paid;
    private final Plans plans;

    PayOutHandler(PaidMeasure paid, Plans plans) {
        this.paid = paid;
        this.plans = plans;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(PaidMeasure.MEASURE, PaidMeasure.PROOF);
    }

    @Override
    public void submit(Entry submission) {
        plans.done(
                submission,
                paid.of(submission),
                PaidMeasure.PROOF.find(submission).orElse(null));
    }
}
