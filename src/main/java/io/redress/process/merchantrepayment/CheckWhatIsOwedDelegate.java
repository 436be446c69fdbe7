package io.redress.process.merchantrepayment;

import io.redress.casefile.repayment.Repayments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether it is known what the merchant gets back, before that is waited for. */
@Component
class CheckWhatIsOwedDelegate implements JavaDelegate {

    private final Repayments repayments;

    CheckWhatIsOwedDelegate(Repayments repayments) {
        this.repayments = repayments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MerchantRepaymentProcess.REPAYMENT_STATE.set(
                execution,
                repayments.due(
                        MerchantRepaymentProcess.CASE_ID.in(execution),
                        MerchantRepaymentProcess.REPAYMENT_ID.in(execution)));
    }
}
