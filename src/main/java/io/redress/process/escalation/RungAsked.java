package io.redress.process.escalation;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.escalation.Passed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Takes into the process who must act now; a group that should have and has nobody in it becomes an incident. */
@Component
class RungAsked {

    private static final String EMPTY_RUNG = "empty-rung";

    private final Escalation escalation;

    RungAsked(Escalation escalation) {
        this.escalation = escalation;
    }

    void take(DelegateExecution execution, Passed passed) {
        EscalationProcess.RUNG.set(execution, passed.rung());
        EscalationProcess.REASON.set(execution, passed.reason());
        EscalationProcess.CLOCK.set(execution, passed.clock());
        EscalationProcess.ANSWER_BY.set(
                execution, passed.answerBy() == null ? null : passed.answerBy().toString());
        EscalationProcess.IN_WRITING.set(execution, passed.inWriting());
        EscalationProcess.OWNERS.set(execution, String.join(",", passed.owners()));
        passed.emptyRungs()
                .forEach(group ->
                        execution.getProcessInstance().createIncident(EMPTY_RUNG, group, escalation.emptyRung(group)));
    }
}
