package io.redress.process.feedback;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts a try that has not reached the customer; after the third nobody tries again. */
@Component
class RecordFailedTryDelegate implements JavaDelegate {

    private final Feedback feedback;
    private final Clock clock;

    RecordFailedTryDelegate(Feedback feedback, Clock clock) {
        this.feedback = feedback;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long tries = FeedbackProcess.TRIES.in(execution) + 1;
        FeedbackProcess.TRIES.set(execution, tries);
        String outcome = feedback.notReached(FeedbackProcess.CASE_ID.in(execution), (int) tries, clock.instant())
                .map(Outcome::text)
                .orElse(null);
        FeedbackProcess.OUTCOME.set(execution, outcome);
    }
}
