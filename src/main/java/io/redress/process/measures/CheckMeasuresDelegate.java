package io.redress.process.measures;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether there is still something to wait for, before it is waited for. */
@Component
class CheckMeasuresDelegate implements JavaDelegate {

    private final Plans plans;

    CheckMeasuresDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeasuresProcess.MEASURES_OPEN.set(execution, plans.measuresOpen(MeasuresProcess.CASE_ID.in(execution)));
    }
}
