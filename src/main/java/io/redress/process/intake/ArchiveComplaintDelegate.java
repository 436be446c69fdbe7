package io.redress.process.intake;

import io.redress.clock.Clocks;
import io.redress.complaint.Complaints;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case and locks its dossier; its clocks have nothing more to wait for. */
@Component
class ArchiveComplaintDelegate implements JavaDelegate {

    private static final String WHO = "redress";

    private final Complaints complaints;
    private final Clocks clocks;
    private final Clock clock;

    ArchiveComplaintDelegate(Complaints complaints, Clocks clocks, Clock clock) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = IntakeProcess.CASE_ID.in(execution);
        Instant now = clock.instant();
        clocks.meet(id, "RESOLUTION", now, WHO);
        clocks.cancelAll(id, now, WHO, "closed");
        complaints.close(id, now);
    }
}
