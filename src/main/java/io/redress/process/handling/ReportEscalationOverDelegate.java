package io.redress.process.handling;

import io.redress.casefile.part.Parts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody above has answered: the archive, if it waits for that, is to look again. */
@Component
class ReportEscalationOverDelegate implements JavaDelegate {

    private final Parts parts;

    ReportEscalationOverDelegate(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parts.lookAgain(HandlingProcess.CASE_ID.in(execution));
    }
}
