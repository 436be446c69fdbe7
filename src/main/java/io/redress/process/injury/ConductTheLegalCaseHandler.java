package io.redress.process.injury;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.injury.Injuries;
import io.redress.casefile.injury.InjuryFields;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How the legal case has ended. */
@Component
class ConductTheLegalCaseHandler implements SubmitHandler {

    private final Injuries injuries;

    ConductTheLegalCaseHandler(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public Set<FormField<?>> reads() {
        return InjuryFields.LEGAL_CASE;
    }

    @Override
    public void submit(Entry submission) {
        injuries.legalCaseOver(submission);
    }
}
