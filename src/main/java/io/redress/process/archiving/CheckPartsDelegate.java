package io.redress.process.archiving;

import io.redress.casefile.part.Parts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether there is still something to wait for, before it is waited for. */
@Component
class CheckPartsDelegate implements JavaDelegate {

    private final Parts parts;

    CheckPartsDelegate(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ArchivingProcess.PARTS_OPEN.set(
                execution, !parts.open(ArchivingProcess.CASE_ID.in(execution)).isEmpty());
    }
}
