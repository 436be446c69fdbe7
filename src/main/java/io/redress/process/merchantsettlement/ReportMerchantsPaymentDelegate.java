package io.redress.process.merchantsettlement;

import io.redress.casefile.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever in the case waits for the payment hears that it is over. */
@Component
class ReportMerchantsPaymentDelegate implements JavaDelegate {

    private final Plans plans;

    ReportMerchantsPaymentDelegate(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.finished(
                MerchantSettlementProcess.CASE_ID.in(execution), MerchantSettlementProcess.MEASURE_ID.in(execution));
    }
}
