package io.redress.process.feedback;

import io.redress.casefile.SubmitHandler;
import io.redress.entry.Entry;
import io.redress.entry.FormField;
import io.redress.feedback.PromisedDates;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The day that the customer is told is not after the final answer is due. */
@Component
class PromiseADateHandler implements SubmitHandler {

    private final PromisedDates dates;

    PromiseADateHandler(PromisedDates dates) {
        this.dates = dates;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(PromisedDates.PROMISED_ON);
    }

    @Override
    public void submit(Entry submission) {
        dates.check(submission);
    }
}
