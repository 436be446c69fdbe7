package io.redress.process.measures;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has agreed, to the plan or on the ladder: each of its measures begins. */
@Component
class BeginMeasuresDelegate implements JavaDelegate {

    private final Plans plans;

    BeginMeasuresDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.begin(MeasuresProcess.CASE_ID.in(execution));
    }
}
