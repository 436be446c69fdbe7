package io.redress.process.treatmentadvance;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.treatment.TreatmentAdvances;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether more is advanced, and how much. */
@Component
class DecideOnAFurtherAdvanceHandler implements SubmitHandler {

    private final TreatmentAdvances advances;

    DecideOnAFurtherAdvanceHandler(TreatmentAdvances advances) {
        this.advances = advances;
    }

    @Override
    public Set<FormField<?>> reads() {
        return TreatmentAdvances.FURTHER_ADVANCE;
    }

    @Override
    public void submit(Entry submission) {
        advances.decide(submission);
    }
}
