package io.redress.process.responsibility;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.settlement.Responsibilities;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever judges hears at once what their judgement lacks. */
@Component
class DecideOnResponsibilityHandler implements SubmitHandler {

    private final Responsibilities responsibilities;

    DecideOnResponsibilityHandler(Responsibilities responsibilities) {
        this.responsibilities = responsibilities;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Responsibilities.FIELDS;
    }

    @Override
    public void submit(Entry submission) {
        responsibilities.decide(submission);
    }
}
