package io.redress.process.merchantadvance;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever in the case waits for the payment hears that it is over. */
@Component
class ReportAdvanceDelegate implements JavaDelegate {

    private final Plans plans;

    ReportAdvanceDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.finished(MerchantAdvanceProcess.CASE_ID.in(execution), MerchantAdvanceProcess.MEASURE_ID.in(execution));
    }
}
