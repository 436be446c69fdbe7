package io.redress.process.addition;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells whoever has the case in hand that the customer has called again. */
@Component
class NotifyPeopleInChargeDelegate implements JavaDelegate {

    private final Additions additions;

    NotifyPeopleInChargeDelegate(Additions additions) {
        this.additions = additions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        additions.calledAgain(AdditionProcess.CASE_ID.in(execution), execution.getProcessInstanceId());
    }
}
