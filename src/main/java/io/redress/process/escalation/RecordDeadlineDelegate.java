package io.redress.process.escalation;

import io.redress.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what time has done to a clock, or why else the case is passed up, and finds out who takes note of it. */
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
        long id = EscalationProcess.CASE_ID.in(execution);
        Escalation.Outcome outcome = EscalationProcess.REASON
                .find(execution)
                .map(reason -> escalation.toTheTop(id, reason, clock.instant()))
                .orElseGet(
                        () -> escalation.deadlineReached(id, EscalationProcess.CLOCK.in(execution), clock.instant()));
        EscalationProcess.RUNG.set(execution, outcome.rung());
        outcome.emptyRungs().forEach(group -> execution.createIncident(EMPTY_RUNG, group, escalation.emptyRung(group)));
    }
}
