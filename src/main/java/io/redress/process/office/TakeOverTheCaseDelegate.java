package io.redress.process.office;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Customer service takes the case over from the local office. */
@Component
class TakeOverTheCaseDelegate implements JavaDelegate {

    private final LocalOffices offices;
    private final Clock clock;

    TakeOverTheCaseDelegate(LocalOffices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offices.takeOver(OfficeProcess.CASE_ID.in(execution), clock.instant());
    }
}
