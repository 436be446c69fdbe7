package io.redress.process.merchantadvance;

import io.redress.casefile.repayment.Repayments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The papers are with administration: from now on the merchant is owed what it has paid. */
@Component
class BeginRepaymentDelegate implements JavaDelegate {

    private final Repayments repayments;

    BeginRepaymentDelegate(Repayments repayments) {
        this.repayments = repayments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        repayments.begin(MerchantAdvanceProcess.CASE_ID.in(execution), MerchantAdvanceProcess.MEASURE_ID.in(execution));
    }
}
