package io.redress.process.escalation;

import io.redress.casefile.escalation.Decisions;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Those who have the case hear what the level advises. */
@Component
class PassOnTheAdviceDelegate implements JavaDelegate {

    private final Decisions decisions;
    private final Clock clock;

    PassOnTheAdviceDelegate(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.passOn(
                EscalationProcess.CASE_ID.in(execution),
                execution.getProcessInstanceId(),
                EscalationProcess.LEVEL.in(execution),
                clock.instant());
    }
}
