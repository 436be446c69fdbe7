package io.redress.process.intake;

import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What follows from a registration: the process knows the case, and its clocks count from receipt. */
@Component
class RegisterComplaintDelegate implements JavaDelegate {

    /** Until triage has spoken. */
    private static final String FIRST_OWNER = "customer-service";

    private final Complaints complaints;
    private final Course course;

    RegisterComplaintDelegate(Complaints complaints, Course course) {
        this.complaints = complaints;
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint =
                complaints.find(IntakeProcess.CASE_ID.in(execution)).orElseThrow();
        IntakeProcess.NUMBER.set(execution, complaint.number());
        IntakeProcess.SITE.set(execution, complaint.site());
        IntakeProcess.SEVERITY.set(execution, complaint.severity());
        IntakeProcess.OWNER_GROUP.set(execution, FIRST_OWNER);
        IntakeProcess.TO_CONFIRM.set(execution, course.toConfirm(complaint.id()));
        IntakeProcess.REACHABLE.set(execution, course.reachable(complaint.id()));
        IntakeProcess.PLAN_AGREED.set(execution, false);
        course.register(complaint.id());
    }
}
