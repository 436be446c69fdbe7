package io.redress.process.intake;

import io.redress.clock.Clocks;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What follows from a registration: the process knows the case, and its clocks count from receipt. */
@Component
class RegisterComplaintDelegate implements JavaDelegate {

    private static final String RECEIPT = "receipt";

    private final Complaints complaints;
    private final Clocks clocks;
    private final Clock clock;

    RegisterComplaintDelegate(Complaints complaints, Clocks clocks, Clock clock) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint =
                complaints.find(IntakeProcess.CASE_ID.in(execution)).orElseThrow();
        IntakeProcess.NUMBER.set(execution, complaint.number());
        IntakeProcess.SITE.set(execution, complaint.site());
        IntakeProcess.SEVERITY.set(execution, complaint.severity());
        clocks.start(complaint.id(), RECEIPT, complaint.receivedAt(), clock.instant(), complaint.registeredBy());
    }
}
