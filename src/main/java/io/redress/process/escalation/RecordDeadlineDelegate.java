package io.redress.process.escalation;

import io.redress.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what time has done to a clock and finds out who takes note of it. */
@Component
class RecordDeadlineDelegate implements JavaDelegate {

    private static final String EMPTY_RUNG = "empty-rung";

    private final Escalation escalation;
    private final Clock clock;

    RecordDeadlineDelegate(Escalation escalation, Clock clock) {
        this.escalation = escalation;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Escalation.Outcome outcome = escalation.deadlineReached(
                EscalationProcess.CASE_ID.in(execution), EscalationProcess.CLOCK.in(execution), clock.instant());
        EscalationProcess.RUNG.set(execution, outcome.rung());
        outcome.emptyRungs().forEach(group -> execution.createIncident(EMPTY_RUNG, group, escalation.emptyRung(group)));
    }
}
