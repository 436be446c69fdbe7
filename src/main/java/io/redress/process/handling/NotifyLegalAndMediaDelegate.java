package io.redress.process.handling;

import io.redress.casefile.lifecycle.Lifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A legal or media case is told to those who must know at once; it stays with whoever has it. */
@Component
class NotifyLegalAndMediaDelegate implements JavaDelegate {

    private final Lifecycle lifecycle;

    NotifyLegalAndMediaDelegate(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.notifyLegalAndMedia(HandlingProcess.CASE_ID.in(execution));
    }
}
