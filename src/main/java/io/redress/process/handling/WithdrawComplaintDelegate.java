package io.redress.process.handling;

import io.redress.casefile.lifecycle.Lifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has withdrawn the complaint: what waits for them or for us is over. */
@Component
class WithdrawComplaintDelegate implements JavaDelegate {

    private final Lifecycle lifecycle;

    WithdrawComplaintDelegate(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.withdraw(HandlingProcess.CASE_ID.in(execution));
    }
}
