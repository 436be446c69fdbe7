package io.redress.process.intake;

import io.redress.clock.CaseClock;
import io.redress.complaint.Complaint;
import io.redress.process.NotComputable;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What follows from a registration: the clocks start, and the process knows the case by number, site and severity. */
@Component
class RegisterComplaintDelegate implements JavaDelegate {

    private final Intake intake;

    RegisterComplaintDelegate(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = intake.complaint(IntakeProcess.CASE_ID.in(execution));
        IntakeProcess.NUMBER.set(execution, complaint.number());
        IntakeProcess.SITE.set(execution, complaint.site());
        IntakeProcess.SEVERITY.set(execution, Intake.SEVERITY_UNTIL_TRIAGE);
        List<CaseClock> clocks = intake.startClocks(complaint, IntakeProcess.CLOCKS);
        NotComputable.raise(execution, clocks);
    }
}
