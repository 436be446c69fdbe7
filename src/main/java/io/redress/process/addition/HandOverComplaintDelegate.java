package io.redress.process.addition;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the case to somebody else. */
@Component
class HandOverComplaintDelegate implements JavaDelegate {

    private final Additions additions;

    HandOverComplaintDelegate(Additions additions) {
        this.additions = additions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        additions.handOver(AdditionProcess.CASE_ID.in(execution), execution.getProcessInstanceId());
    }
}
