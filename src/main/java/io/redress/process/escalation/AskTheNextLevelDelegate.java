package io.redress.process.escalation;

import io.redress.casefile.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that a level was silent, and finds out who stands above it. */
@Component
class AskTheNextLevelDelegate implements JavaDelegate {

    private final Escalation escalation;
    private final LevelAsked asked;
    private final Clock clock;

    AskTheNextLevelDelegate(Escalation escalation, LevelAsked asked, Clock clock) {
        this.escalation = escalation;
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        asked.take(
                execution,
                escalation.silent(
                        EscalationProcess.CASE_ID.in(execution),
                        EscalationProcess.LEVEL.in(execution),
                        EscalationProcess.REASON.find(execution).orElse(null),
                        EscalationProcess.DEADLINE_KIND.find(execution).orElse(null),
                        clock.instant()));
    }
}
