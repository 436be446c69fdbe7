package io.redress.process.injury;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.injury.Injuries;
import io.redress.casefile.injury.InjuryFields;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who is liable is on record before anything follows from it. */
@Component
class ConcludeOnLiabilityHandler implements SubmitHandler {

    private final Injuries injuries;

    ConcludeOnLiabilityHandler(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public Set<FormField<?>> reads() {
        return InjuryFields.CONCLUSION;
    }

    @Override
    public void submit(Entry submission) {
        injuries.conclude(submission);
    }
}
