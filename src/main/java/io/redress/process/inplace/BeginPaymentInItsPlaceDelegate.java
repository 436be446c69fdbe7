package io.redress.process.inplace;

import io.redress.casefile.settlement.Settlements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The approved payment of the mall begins. */
@Component
class BeginPaymentInItsPlaceDelegate implements JavaDelegate {

    private final Settlements settlements;

    BeginPaymentInItsPlaceDelegate(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlements.beginInPlace(PaymentInItsPlaceProcess.CASE_ID.in(execution));
    }
}
