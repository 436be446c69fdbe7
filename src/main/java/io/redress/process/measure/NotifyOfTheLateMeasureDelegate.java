package io.redress.process.measure;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells those who see to it that a measure is carried out that it still is not. */
@Component
class NotifyOfTheLateMeasureDelegate implements JavaDelegate {

    private final Plans plans;

    NotifyOfTheLateMeasureDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.stillLate(MeasureProcess.CASE_ID.in(execution), MeasureProcess.MEASURE_ID.in(execution));
    }
}
