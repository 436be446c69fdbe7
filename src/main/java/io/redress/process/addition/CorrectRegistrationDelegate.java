package io.redress.process.addition;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What was written down wrong is put right. */
@Component
class CorrectRegistrationDelegate implements JavaDelegate {

    private final Additions additions;

    CorrectRegistrationDelegate(Additions additions) {
        this.additions = additions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        additions.correct(AdditionProcess.CASE_ID.in(execution), execution.getProcessInstanceId());
    }
}
