package io.redress.process.investigation;

import io.redress.casefile.SubmitHandler;
import io.redress.entry.Entry;
import io.redress.feedback.PromisedDates;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A day that the customer is told is not after the final answer is due. */
@Component
class GiveTheFirstAnswerHandler implements SubmitHandler {

    private final PromisedDates dates;

    GiveTheFirstAnswerHandler(PromisedDates dates) {
        this.dates = dates;
    }

    @Override
    public Map<String, Class<?>> reads() {
        return Map.of("promisedOn", LocalDate.class);
    }

    @Override
    public void submit(Entry submission) {
        dates.check(submission);
    }
}
