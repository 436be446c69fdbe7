package io.redress.process.escalation;

import io.redress.casefile.escalation.Decisions;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the level decided and, where it gives the case back, who carries the order out and until when. */
@Component
class RecordDecisionDelegate implements JavaDelegate {

    private final Decisions decisions;
    private final Clock clock;

    RecordDecisionDelegate(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Decisions.Decision decision = decisions.decided(
                EscalationProcess.CASE_ID.in(execution),
                execution.getProcessInstanceId(),
                EscalationProcess.LEVEL.in(execution),
                clock.instant());
        EscalationProcess.DECISION_TASK.set(execution, decision.taskId());
        EscalationProcess.OWNERS.set(execution, String.join(",", decision.owners()));
        EscalationProcess.ORDER_DUE.set(
                execution,
                decision.orderDue() == null ? null : decision.orderDue().toString());
    }
}
