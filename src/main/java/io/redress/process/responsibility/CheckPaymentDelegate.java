package io.redress.process.responsibility;

import io.redress.casefile.settlement.Settlements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the customer has the money, or it went back. */
@Component
class CheckPaymentDelegate implements JavaDelegate {

    private final Settlements settlements;

    CheckPaymentDelegate(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ResponsibilityProcess.MONEY_TAKEN.set(
                execution, settlements.moneyTaken(ResponsibilityProcess.CASE_ID.in(execution)));
    }
}
