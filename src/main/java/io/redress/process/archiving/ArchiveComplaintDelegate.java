package io.redress.process.archiving;

import io.redress.casefile.lifecycle.Lifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case and locks its dossier. */
@Component
class ArchiveComplaintDelegate implements JavaDelegate {

    private final Lifecycle lifecycle;

    ArchiveComplaintDelegate(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.archive(ArchivingProcess.CASE_ID.in(execution));
    }
}
