package io.redress.process.escalation;

import io.redress.casefile.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records why the case is passed up, a deadline that is due or another reason, and finds out who must act. */
@Component
class RecordEscalationDelegate implements JavaDelegate {

    private final Escalation escalation;
    private final LevelAsked asked;
    private final Clock clock;

    RecordEscalationDelegate(Escalation escalation, LevelAsked asked, Clock clock) {
        this.escalation = escalation;
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = EscalationProcess.CASE_ID.in(execution);
        asked.take(
                execution,
                EscalationProcess.REASON
                        .find(execution)
                        .map(reason -> escalation.passUp(id, reason, clock.instant()))
                        .orElseGet(() -> escalation.next(id, clock.instant())));
    }
}
