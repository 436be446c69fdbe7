package io.redress.process.feedback;

import io.redress.feedback.Feedback;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From now on the date that the customer was told has its clock. */
@Component
class RecordPromiseDelegate implements JavaDelegate {

    private final Feedback feedback;
    private final Clock clock;

    RecordPromiseDelegate(Feedback feedback, Clock clock) {
        this.feedback = feedback;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        feedback.promised(
                FeedbackProcess.CASE_ID.in(execution),
                LocalDate.parse(FeedbackProcess.PROMISED_ON.in(execution)),
                clock.instant());
    }
}
