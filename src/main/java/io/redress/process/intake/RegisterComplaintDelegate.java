package io.redress.process.intake;

import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What follows from a registration: the case is known to the process by number, site and severity. */
@Component
class RegisterComplaintDelegate implements JavaDelegate {

    private static final String SEVERITY_UNTIL_TRIAGE = "normal";

    private final Complaints complaints;

    RegisterComplaintDelegate(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint =
                complaints.find(IntakeProcess.CASE_ID.in(execution)).orElseThrow();
        IntakeProcess.NUMBER.set(execution, complaint.number());
        IntakeProcess.SITE.set(execution, complaint.site());
        IntakeProcess.SEVERITY.set(execution, SEVERITY_UNTIL_TRIAGE);
    }
}
