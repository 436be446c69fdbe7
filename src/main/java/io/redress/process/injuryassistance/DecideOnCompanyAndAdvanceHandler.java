package io.redress.process.injuryassistance;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.injury.Injuries;
import io.redress.casefile.injury.InjuryFields;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Company and advance are two questions; what is advanced is asked for at once. */
@Component
class DecideOnCompanyAndAdvanceHandler implements SubmitHandler {

    private final Injuries injuries;

    DecideOnCompanyAndAdvanceHandler(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public Set<FormField<?>> reads() {
        return InjuryFields.COMPANY_AND_ADVANCE;
    }

    @Override
    public void submit(Entry submission) {
        injuries.decideOnCompanyAndAdvance(submission);
    }
}
