package io.redress.process.feedback;

import io.redress.casefile.deadline.Promises;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From now on the date that the customer was told has its deadline. */
@Component
class RecordPromiseDelegate implements JavaDelegate {

    private final Promises promises;
    private final Clock clock;

    RecordPromiseDelegate(Promises promises, Clock clock) {
        this.promises = promises;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promises.made(
                FeedbackProcess.CASE_ID.in(execution),
                LocalDate.parse(FeedbackProcess.PROMISED_ON.in(execution)),
                clock.instant());
    }
}
