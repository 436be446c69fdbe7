package io.redress.process.measures;

import io.redress.measure.Measure;
import io.redress.plan.Plans;
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
                plans.measure(MeasuresProcess.CASE_ID.in(execution), MeasuresProcess.MEASURE_ID.in(execution));
        MeasuresProcess.MEASURE_GROUP.set(execution, measure.planned().department());
        MeasuresProcess.MEASURE_DUE.set(
                execution, plans.due(measure).map(Instant::toString).orElse(null));
        MeasuresProcess.TO_PAY.set(execution, Plans.pays(measure));
    }
}
