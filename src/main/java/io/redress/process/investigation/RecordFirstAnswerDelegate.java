package io.redress.process.investigation;

import io.redress.casefile.deadline.Promises;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer knows what is being done; a day that was named has its deadline from now on. */
@Component
class RecordFirstAnswerDelegate implements JavaDelegate {

    private final Promises promises;
    private final Clock clock;

    RecordFirstAnswerDelegate(Promises promises, Clock clock) {
        this.promises = promises;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InvestigationProcess.PROMISED_ON
                .find(execution)
                .map(LocalDate::parse)
                .ifPresent(date -> promises.made(InvestigationProcess.CASE_ID.in(execution), date, clock.instant()));
    }
}
