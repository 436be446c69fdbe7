package io.redress.process.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ComplaintIntakeTest {

    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final RuntimeService runtime;
    private final TestClock clock;

    ComplaintIntakeTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired RuntimeService runtime,
            @Autowired TestClock clock) {
        this.intake = new IntakeNavigator(desk);
        this.complaints = complaints;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Test
    void keepsTheRegistrationBeforeAnythingFollowsFromIt() {
        ProcessInstance registered = intake.atRegisterComplaint();
        assertThat(complaint(registered).closed()).isFalse();
        assertThat(registered).variables().containsOnlyKeys("caseId");
    }

    @Test
    void asksCustomerServiceToConfirmTheRecordWithinADay() {
        ProcessInstance registered = intake.atConfirmTheRecord();
        Task confirm = task("userTask_confirmTheRecord", registered);
        assertThat(confirm).hasCandidateGroup("customer-service").isNotAssigned();
        assertThat(confirm.getDueDate().toInstant()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void knowsTheCaseByNumberSiteAndSeverityAndNothingPersonal() {
        ProcessInstance registered = intake.atConfirmTheRecord();
        Complaint complaint = complaint(registered);
        assertThat(runtime.getVariables(registered.getId()))
                .containsOnlyKeys("caseId", "number", "site", "severity")
                .containsEntry("caseId", complaint.id())
                .containsEntry("number", complaint.number())
                .containsEntry("site", "supermarket")
                .containsEntry("severity", "normal");
    }

    @Test
    void keepsTheConfirmationBeforeTheCaseIsArchived() {
        assertThat(complaint(intake.atArchiveComplaint()).closed()).isFalse();
    }

    @Test
    void closesTheCaseOnceItsRecordIsConfirmed() {
        ProcessInstance archived = intake.archived();
        assertThat(complaint(archived).closed()).isTrue();
        assertThat(archived)
                .hasPassedInOrder(
                        "startEvent_complaintReceived",
                        "serviceTask_registerComplaint",
                        "userTask_confirmTheRecord",
                        "serviceTask_archiveComplaint",
                        "endEvent_dossierArchived",
                        "endEvent_complaintClosed");
    }

    private Complaint complaint(ProcessInstance instance) {
        return complaints.find(instance.getBusinessKey()).orElseThrow();
    }
}
