package io.redress.process.office;

import io.redress.casefile.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The local office hears what the customer says of it; where it has nobody, who stands above it does, and an admin is told. */
@Component
class NotifyTheOfficeDelegate implements JavaDelegate {

    private static final String EMPTY_LEVEL = "empty-level";

    private final LocalOffices offices;
    private final Escalation escalation;
    private final Clock clock;

    NotifyTheOfficeDelegate(LocalOffices offices, Escalation escalation, Clock clock) {
        this.offices = offices;
        this.escalation = escalation;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Escalation.Outcome somebody = offices.notify(OfficeProcess.CASE_ID.in(execution), clock.instant());
        OfficeProcess.OFFICE_GROUP.set(execution, somebody.level());
        somebody.emptyLevels()
                .forEach(group -> execution.createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
    }
}
