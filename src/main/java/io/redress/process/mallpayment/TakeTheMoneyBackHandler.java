package io.redress.process.mallpayment;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.settlement.PaidMeasure;
import io.redress.casefile.settlement.Settlements;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody has come for the money, or nobody has signed: it is in the till again. */
@Component
class TakeTheMoneyBackHandler implements SubmitHandler {

    private final PaidMeasure paid;
    private final Settlements settlements;

    TakeTheMoneyBackHandler(PaidMeasure paid, Settlements settlements) {
        this.paid = paid;
        this.settlements = settlements;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(PaidMeasure.MEASURE, PaidMeasure.PROOF);
    }

    @Override
    public void submit(Entry submission) {
        settlements.tookBack(
                submission,
                paid.of(submission),
                PaidMeasure.PROOF.find(submission).orElse(null));
    }
}
