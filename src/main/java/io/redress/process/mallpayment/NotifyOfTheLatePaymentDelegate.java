package io.redress.process.mallpayment;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells those who see to it that what was agreed is paid that it still is not. */
@Component
class NotifyOfTheLatePaymentDelegate implements JavaDelegate {

    private final Plans plans;

    NotifyOfTheLatePaymentDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.stillLate(MallPaymentProcess.CASE_ID.in(execution), MallPaymentProcess.MEASURE_ID.in(execution));
    }
}
