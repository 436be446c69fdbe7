package io.redress.process.measures;

import io.redress.plan.Plans;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has agreed on the ladder: the measures of its plan are to be carried out. */
@Component
class BeginMeasuresDelegate implements JavaDelegate {

    private final Plans plans;

    BeginMeasuresDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeasuresProcess.MEASURE_IDS.set(execution, new ArrayList<>(plans.begin(MeasuresProcess.CASE_ID.in(execution))));
    }
}
