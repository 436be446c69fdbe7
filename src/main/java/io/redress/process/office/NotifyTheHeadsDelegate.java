package io.redress.process.office;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A severe complaint about a local office is told to those above the office. */
@Component
class NotifyTheHeadsDelegate implements JavaDelegate {

    private final LocalOffices offices;
    private final Clock clock;

    NotifyTheHeadsDelegate(LocalOffices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offices.notifyHeads(OfficeProcess.CASE_ID.in(execution), clock.instant());
    }
}
