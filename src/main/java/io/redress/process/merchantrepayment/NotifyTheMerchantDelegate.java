package io.redress.process.merchantrepayment;

import io.redress.casefile.repayment.Repayments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The merchant and customer service hear what it has back, and why not all of it. */
@Component
class NotifyTheMerchantDelegate implements JavaDelegate {

    private final Repayments repayments;

    NotifyTheMerchantDelegate(Repayments repayments) {
        this.repayments = repayments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        repayments.tell(
                MerchantRepaymentProcess.CASE_ID.in(execution), MerchantRepaymentProcess.REPAYMENT_ID.in(execution));
    }
}
