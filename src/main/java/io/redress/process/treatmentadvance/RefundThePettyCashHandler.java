package io.redress.process.treatmentadvance;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.treatment.TreatmentAdvances;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A second person has looked at what was paid at night. */
@Component
class RefundThePettyCashHandler implements SubmitHandler {

    private final TreatmentAdvances advances;

    RefundThePettyCashHandler(TreatmentAdvances advances) {
        this.advances = advances;
    }

    @Override
    public Set<FormField<?>> reads() {
        return TreatmentAdvances.REFUNDED;
    }

    @Override
    public void submit(Entry submission) {
        advances.refunded(submission);
    }
}
