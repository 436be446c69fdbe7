package io.redress.process.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.calledProcessInstance;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class EscalationTest {

    private final Desk desk;
    private final IntakeNavigator intake;
    private final TestClock clock;

    EscalationTest(@Autowired Desk desk, @Autowired Clerk clerk, @Autowired TestClock clock) {
        this.desk = desk;
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.clock = clock;
    }

    @Test
    void recordsTheRiskAndAsksNobodyToTakeNote() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        fireWhenDue("event_resolutionOverdue", complaint, Duration.ofHours(54));
        assertThat(complaint).hasPassed("endEvent_lateResolutionTold").isWaitingAt("userTask_confirmTheRecord");
    }

    @Test
    void recordsALateConfirmationAndAsksNobodyToTakeNote() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        clock.pass(Duration.ofHours(24));
        execute(job("event_confirmationOverdue", complaint));
        assertThat(complaint).hasPassed("endEvent_lateConfirmationTold").isWaitingAt("userTask_confirmTheRecord");
    }

    @Test
    void asksSeniorManagementToTakeNoteOfAnOverdueComplaint() {
        ProcessInstance overdue = atTakeNote();
        assertThat(task(overdue)).hasCandidateGroup("senior-management").isNotAssigned();
        assertThat(task(overdue).getDueDate()).isAfter(Date.from(clock.instant()));
    }

    @Test
    void endsOnceSomebodyHasTakenNote() {
        ProcessInstance overdue = atTakeNote();
        desk.submit("senior-management", task(overdue), noted());
        execute(job("userTask_takeNoteOfTheOverdueComplaint", overdue));
        assertThat(overdue).hasPassed("endEvent_breachNoted").isEnded();
    }

    private ProcessInstance atTakeNote() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        clock.pass(Duration.ofHours(72));
        execute(job("event_resolutionOverdue", complaint));
        ProcessInstance overdue = calledProcessInstance(EscalationProcess.KEY, complaint);
        assertThat(overdue).isWaitingAt("userTask_takeNoteOfTheOverdueComplaint");
        return overdue;
    }

    private void fireWhenDue(String timer, ProcessInstance complaint, Duration after) {
        Job job = job(timer, complaint);
        assertThat(job.getDuedate().toInstant()).isEqualTo(clock.instant().plus(after));
        clock.pass(after);
        execute(job);
    }

    private static Map<String, Object> noted() {
        return Map.of("order", "今天之内给顾客答复。", "noted", true);
    }
}
