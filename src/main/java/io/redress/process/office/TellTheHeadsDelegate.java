package io.redress.process.office;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A severe complaint about a local office is told to those above the office. */
@Component
class TellTheHeadsDelegate implements JavaDelegate {

    private final LocalOffices offices;
    private final Clock clock;

    TellTheHeadsDelegate(LocalOffices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offices.tellHeads(OfficeProcess.CASE_ID.in(execution), clock.instant());
    }
}
