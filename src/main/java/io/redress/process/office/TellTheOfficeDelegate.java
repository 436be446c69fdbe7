package io.redress.process.office;

import io.redress.casefile.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The local office hears what the customer says of it; where it has nobody, who stands above it does, and an admin is told. */
@Component
class TellTheOfficeDelegate implements JavaDelegate {

    private static final String EMPTY_RUNG = "empty-rung";

    private final LocalOffices offices;
    private final Escalation escalation;
    private final Clock clock;

    TellTheOfficeDelegate(LocalOffices offices, Escalation escalation, Clock clock) {
        this.offices = offices;
        this.escalation = escalation;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Escalation.Outcome somebody = offices.tell(OfficeProcess.CASE_ID.in(execution), clock.instant());
        OfficeProcess.OFFICE_GROUP.set(execution, somebody.rung());
        somebody.emptyRungs()
                .forEach(group -> execution.createIncident(EMPTY_RUNG, group, escalation.emptyRung(group)));
    }
}
