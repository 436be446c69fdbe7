package io.redress.process.mallpayment;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever in the case waits for the payment hears that it is over. */
@Component
class ReportPaymentDelegate implements JavaDelegate {

    private final Plans plans;

    ReportPaymentDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.finished(MallPaymentProcess.CASE_ID.in(execution), MallPaymentProcess.MEASURE_ID.in(execution));
    }
}
