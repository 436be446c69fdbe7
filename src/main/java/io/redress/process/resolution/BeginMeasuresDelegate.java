package io.redress.process.resolution;

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
        ResolutionProcess.OUTCOME.set(execution, "done");
        ResolutionProcess.MEASURE_IDS.set(
                execution, new ArrayList<>(plans.answered(ResolutionProcess.CASE_ID.in(execution), true)));
    }
}
