package io.redress.process.measure;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever in the case waits for its measures hears that this one is done. */
@Component
class ReportMeasureDelegate implements JavaDelegate {

    private final Plans plans;

    ReportMeasureDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.finished(MeasureProcess.CASE_ID.in(execution), MeasureProcess.MEASURE_ID.in(execution));
    }
}
