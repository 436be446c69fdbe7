package io.redress.process.measure;

import io.redress.casefile.measure.Measure;
import io.redress.casefile.plan.Plans;
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
        Measure measure = plans.measure(MeasureProcess.CASE_ID.in(execution), MeasureProcess.MEASURE_ID.in(execution));
        MeasureProcess.MEASURE_GROUP.set(execution, measure.planned().department());
        MeasureProcess.MEASURE_DUE.set(
                execution, plans.due(measure).map(Instant::toString).orElse(null));
        MeasureProcess.TO_PAY.set(execution, Plans.pays(measure));
    }
}
