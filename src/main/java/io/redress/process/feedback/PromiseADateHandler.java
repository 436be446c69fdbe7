package io.redress.process.feedback;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.deadline.Promises;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The day that the customer is told is not after the final answer is due. */
@Component
class PromiseADateHandler implements SubmitHandler {

    private final Promises dates;

    PromiseADateHandler(Promises dates) {
        this.dates = dates;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(Promises.PROMISED_ON);
    }

    @Override
    public void submit(Entry submission) {
        dates.check(submission);
    }
}
