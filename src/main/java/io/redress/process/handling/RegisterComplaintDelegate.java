package io.redress.process.handling;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.lifecycle.Lifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What follows from a registration: the process knows the case, and its deadlines count from receipt. */
@Component
class RegisterComplaintDelegate implements JavaDelegate {

    /** Until triage has spoken. */
    private static final String FIRST_OWNER = "customer-service";

    private final Complaints complaints;
    private final Lifecycle lifecycle;

    RegisterComplaintDelegate(Complaints complaints, Lifecycle lifecycle) {
        this.complaints = complaints;
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint =
                complaints.find(HandlingProcess.CASE_ID.in(execution)).orElseThrow();
        HandlingProcess.NUMBER.set(execution, complaint.number());
        HandlingProcess.SITE.set(execution, complaint.site());
        HandlingProcess.SEVERITY.set(execution, complaint.severity());
        HandlingProcess.OWNER_GROUP.set(execution, FIRST_OWNER);
        HandlingProcess.TO_CONFIRM.set(execution, complaints.toConfirm(complaint.id()));
        HandlingProcess.PLAN_AGREED.set(execution, false);
        lifecycle.register(complaint.id());
    }
}
