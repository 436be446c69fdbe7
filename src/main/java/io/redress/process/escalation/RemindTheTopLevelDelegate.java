package io.redress.process.escalation;

import io.redress.casefile.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Reminds those above whom nobody stands; one incident shows it to the admins until somebody takes the case up. */
@Component
class RemindTheTopLevelDelegate implements JavaDelegate {

    private static final String SILENT_TOP = "silent-top-level";
    private static final String WAITING = "userTask_takeUpTheEscalation";

    private final Escalation escalation;
    private final Clock clock;

    RemindTheTopLevelDelegate(Escalation escalation, Clock clock) {
        this.escalation = escalation;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExecutionEntity waiting =
                (ExecutionEntity) ((ExecutionEntity) execution.getProcessInstance()).findExecution(WAITING);
        if (waiting == null) {
            // Taken up since the timer fired.
            return;
        }
        String level = EscalationProcess.LEVEL.in(execution);
        boolean reminded = escalation.remind(
                EscalationProcess.CASE_ID.in(execution),
                level,
                EscalationProcess.REASON.find(execution).orElse(null),
                EscalationProcess.DEADLINE_KIND.find(execution).orElse(null),
                clock.instant());
        boolean shown = waiting.getIncidents().stream()
                .anyMatch(incident -> incident.getIncidentType().equals(SILENT_TOP));
        if (reminded && !shown) {
            // On the wait itself, so that it is gone with it.
            waiting.createIncident(SILENT_TOP, level, escalation.silentTop(level));
        }
    }
}
