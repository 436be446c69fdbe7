package io.redress.process.plan;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the plan on record and finds who approves it. */
@Component
class RecordPlanDelegate implements JavaDelegate {

    private static final String EMPTY_LEVEL = "empty-level";

    private final Plans plans;
    private final Escalation escalation;

    RecordPlanDelegate(Plans plans, Escalation escalation) {
        this.plans = plans;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Plans.Recorded plan = plans.record(PlanProcess.CASE_ID.in(execution));
        PlanProcess.PLAN_APPROVER.set(execution, plan.approver());
        PlanProcess.MONEY_OFFERED.set(execution, plan.moneyOffered());
        plan.nobody().forEach(group -> execution.createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
    }
}
