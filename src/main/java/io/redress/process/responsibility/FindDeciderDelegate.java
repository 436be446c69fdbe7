package io.redress.process.responsibility;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.settlement.Responsibilities;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who judges whether the claim is ours to answer for; where nobody is in the group, who stands above it does. */
@Component
class FindDeciderDelegate implements JavaDelegate {

    private static final String EMPTY_LEVEL = "empty-level";

    private final Responsibilities responsibilities;
    private final Escalation escalation;

    FindDeciderDelegate(Responsibilities responsibilities, Escalation escalation) {
        this.responsibilities = responsibilities;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Escalation.Outcome decider = responsibilities.decider(ResponsibilityProcess.CASE_ID.in(execution));
        ResponsibilityProcess.DECIDER.set(execution, decider.level());
        decider.emptyLevels()
                .forEach(group -> execution.createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
    }
}
