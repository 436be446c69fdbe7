package io.redress.process.treatmentadvance;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.treatment.TreatmentAdvances;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The money is there, in the very transaction in which that is written down. */
@Component
class ProvideEmergencyFundsHandler implements SubmitHandler {

    private final TreatmentAdvances advances;

    ProvideEmergencyFundsHandler(TreatmentAdvances advances) {
        this.advances = advances;
    }

    @Override
    public Set<FormField<?>> reads() {
        return TreatmentAdvances.PROVIDED;
    }

    @Override
    public void submit(Entry submission) {
        advances.provided(submission);
    }
}
