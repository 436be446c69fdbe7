package io.redress.process.injury;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.injury.Injuries;
import io.redress.casefile.injury.InjuryFields;
import java.util.Set;
import org.springframework.stereotype.Component;

/** One more witness has a name, too. */
@Component
class SpeakToTheWitnessHandler implements SubmitHandler {

    private final Injuries injuries;

    SpeakToTheWitnessHandler(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public Set<FormField<?>> reads() {
        return InjuryFields.WITNESS;
    }

    @Override
    public void submit(Entry submission) {
        injuries.witness(submission);
    }
}
