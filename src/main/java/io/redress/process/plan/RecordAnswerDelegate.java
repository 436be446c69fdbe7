package io.redress.process.plan;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has agreed, and the measures are to be carried out; or has refused once more. */
@Component
class RecordAnswerDelegate implements JavaDelegate {

    private static final String ACCEPTED = "accepted";

    private final Plans plans;

    RecordAnswerDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean accepted = ACCEPTED.equals(PlanProcess.CUSTOMER_ANSWER.in(execution));
        plans.answered(PlanProcess.CASE_ID.in(execution), accepted);
        PlanProcess.REFUSALS.set(execution, PlanProcess.REFUSALS.find(execution).orElse(0L) + (accepted ? 0 : 1));
    }
}
