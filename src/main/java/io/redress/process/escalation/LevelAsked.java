package io.redress.process.escalation;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.escalation.Passed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Takes into the process who must act now; a group that should have and has nobody in it becomes an incident. */
@Component
class LevelAsked {

    private static final String EMPTY_LEVEL = "empty-level";

    private final Escalation escalation;

    LevelAsked(Escalation escalation) {
        this.escalation = escalation;
    }

    void take(DelegateExecution execution, Passed passed) {
        EscalationProcess.LEVEL.set(execution, passed.level());
        EscalationProcess.REASON.set(execution, passed.reason());
        EscalationProcess.DEADLINE_KIND.set(execution, passed.deadline());
        EscalationProcess.ANSWER_BY.set(
                execution, passed.answerBy() == null ? null : passed.answerBy().toString());
        EscalationProcess.IN_WRITING.set(execution, passed.inWriting());
        EscalationProcess.OWNERS.set(execution, String.join(",", passed.owners()));
        passed.emptyLevels()
                .forEach(group -> execution
                        .getProcessInstance()
                        .createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
    }
}
