package io.redress.process.intake;

import io.redress.casefile.complaint.Complaint;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Judges the case by the table: severity, owner and route; and whether an open case may be about the same. */
@Component
class TriageComplaintDelegate implements JavaDelegate {

    private final ComplaintIntake intake;

    TriageComplaintDelegate(ComplaintIntake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = IntakeProcess.CASE_ID.in(execution);
        Optional<ComplaintIntake.Judged> verdict = intake.triage(id);
        IntakeProcess.CLASSIFIED.set(execution, verdict.isPresent());
        verdict.ifPresent(judged -> {
            IntakeProcess.SEVERITY.set(execution, judged.result().severity());
            IntakeProcess.OWNER_GROUP.set(execution, judged.result().ownerGroup());
            IntakeProcess.ROUTE.set(execution, judged.result().route());
        });
        IntakeProcess.TAKEN_FOR.set(
                execution, verdict.filter(ComplaintIntake.Judged::service).isPresent() ? "service" : "complaint");
        IntakeProcess.SUDDEN_INCIDENT.set(execution, intake.suddenIncident(id));
        Optional<Complaint> earlier = intake.earlier(id);
        IntakeProcess.DUPLICATE.set(execution, earlier.isPresent());
        IntakeProcess.EARLIER_ID.set(execution, earlier.map(Complaint::id).orElse(null));
    }
}
