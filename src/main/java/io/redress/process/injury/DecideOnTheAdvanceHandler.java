package io.redress.process.injury;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.injury.Injuries;
import io.redress.casefile.injury.InjuryFields;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An advance stays with the customer, or is fetched back. */
@Component
class DecideOnTheAdvanceHandler implements SubmitHandler {

    private final Injuries injuries;

    DecideOnTheAdvanceHandler(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public Set<FormField<?>> reads() {
        return InjuryFields.FATE;
    }

    @Override
    public void submit(Entry submission) {
        injuries.decideOnTheAdvance(submission);
    }
}
