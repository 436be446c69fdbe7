package io.redress.process.resolution;

import io.redress.measure.Measure;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says whose the measure is, until when, and whether money is to be paid. */
@Component
class AssignMeasureDelegate implements JavaDelegate {

    private final Plans plans;

    AssignMeasureDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Measure measure =
                plans.measure(ResolutionProcess.CASE_ID.in(execution), ResolutionProcess.MEASURE_ID.in(execution));
        ResolutionProcess.MEASURE_GROUP.set(execution, measure.planned().department());
        ResolutionProcess.MEASURE_DUE.set(
                execution, plans.due(measure).map(Instant::toString).orElse(null));
        ResolutionProcess.TO_PAY.set(execution, Plans.pays(measure));
    }
}
