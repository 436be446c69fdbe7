package io.redress.process.addition;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Registers another matter of the same complaint as a case of its own. */
@Component
class RegisterAnotherMatterDelegate implements JavaDelegate {

    private final Additions additions;

    RegisterAnotherMatterDelegate(Additions additions) {
        this.additions = additions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        additions.otherMatter(AdditionProcess.CASE_ID.in(execution), execution.getProcessInstanceId());
    }
}
