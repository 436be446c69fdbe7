package io.redress.process.investigation;

import io.redress.feedback.Feedback;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer knows what is being done; a day that was named has its clock from now on. */
@Component
class RecordFirstAnswerDelegate implements JavaDelegate {

    private final Feedback feedback;
    private final Clock clock;

    RecordFirstAnswerDelegate(Feedback feedback, Clock clock) {
        this.feedback = feedback;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InvestigationProcess.PROMISED_ON
                .find(execution)
                .map(LocalDate::parse)
                .ifPresent(
                        date -> feedback.promised(InvestigationProcess.CASE_ID.in(execution), date, clock.instant()));
    }
}
