package io.redress.process.escalation;

import io.redress.escalation.Escalation;
import io.redress.escalation.Passed;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records why the case is passed up, or that a rung was silent, and finds out who must act now. */
@Component
class RecordEscalationDelegate implements JavaDelegate {

    private static final String EMPTY_RUNG = "empty-rung";

    private final Escalation escalation;
    private final Clock clock;

    RecordEscalationDelegate(Escalation escalation, Clock clock) {
        this.escalation = escalation;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Passed passed = passed(execution, EscalationProcess.CASE_ID.in(execution), clock.instant());
        EscalationProcess.RUNG.set(execution, passed.rung());
        EscalationProcess.ANSWER_BY.set(
                execution, passed.answerBy() == null ? null : passed.answerBy().toString());
        EscalationProcess.IN_WRITING.set(execution, passed.inWriting());
        EscalationProcess.OWNERS.set(execution, String.join(",", passed.owners()));
        passed.emptyRungs()
                .forEach(group ->
                        execution.getProcessInstance().createIncident(EMPTY_RUNG, group, escalation.emptyRung(group)));
    }

    private Passed passed(DelegateExecution execution, long id, Instant now) {
        String reason = EscalationProcess.REASON.find(execution).orElse(null);
        String kind = EscalationProcess.CLOCK.find(execution).orElse(null);
        return EscalationProcess.RUNG
                .find(execution)
                .map(silent -> escalation.silent(id, silent, reason, kind, now))
                .orElseGet(() -> reason == null
                        ? escalation.deadlineReached(id, kind, now)
                        : escalation.passUp(id, reason, now));
    }
}
