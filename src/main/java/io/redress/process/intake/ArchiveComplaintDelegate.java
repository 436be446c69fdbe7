package io.redress.process.intake;

import io.redress.complaint.Complaints;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case and locks its dossier. */
@Component
class ArchiveComplaintDelegate implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    ArchiveComplaintDelegate(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.close(IntakeProcess.CASE_ID.in(execution), clock.instant());
    }
}
