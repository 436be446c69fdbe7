package io.redress.process.resolution;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes over the plan that the ladder has brought about. */
@Component
class AdoptPlanDelegate implements JavaDelegate {

    private final Plans plans;

    AdoptPlanDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ResolutionProcess.MONEY_OFFERED.set(execution, plans.adopt(ResolutionProcess.CASE_ID.in(execution)));
    }
}
