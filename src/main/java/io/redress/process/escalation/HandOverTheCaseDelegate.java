package io.redress.process.escalation;

import io.redress.casefile.escalation.Decisions;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever took the escalation up gets the tasks of the case that they may do. */
@Component
class HandOverTheCaseDelegate implements JavaDelegate {

    private final Decisions decisions;
    private final Clock clock;

    HandOverTheCaseDelegate(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.takeOver(EscalationProcess.CASE_ID.in(execution), execution.getProcessInstanceId(), clock.instant());
    }
}
