package io.redress.process.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.calledProcessInstance;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.process.escalation.EscalationNavigator;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class CaseAdditionTest {

    private static final Duration TARGET = Duration.ofHours(4);

    private final Desk desk;
    private final IntakeNavigator intake;
    private final TestClock clock;

    CaseAdditionTest(@Autowired Desk desk, @Autowired TestClock clock) {
        this.desk = desk;
        this.intake = new IntakeNavigator(desk);
        this.clock = clock;
    }

    @Test
    void givesARunningCaseTheDeadlineOfAnAuthority() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        addDeadline(complaint);
        Duration atRisk = TARGET.multipliedBy(3).dividedBy(4);
        assertThat(overdue(complaint).getDuedate().toInstant())
                .isEqualTo(clock.instant().plus(atRisk));
    }

    @Test
    void tellsTheManagerWhenTheAuthoritysDeadlineIsOver() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        addDeadline(complaint);
        clock.pass(TARGET);
        execute(overdue(complaint));
        ProcessInstance told = calledProcessInstance("escalation", complaint);
        assertThat(task(told)).hasCandidateGroup("customer-service-manager");
        new EscalationNavigator(desk).takenOver("customer-service-manager", told);
        assertThat(complaint).hasPassed("endEvent_lateOutsideDeadlineTold").isWaitingAt("userTask_confirmTheRecord");
    }

    private void addDeadline(ProcessInstance complaint) {
        ProcessInstance addition = desk.start(
                "customer-service",
                AdditionProcess.KEY,
                Map.of(
                        "number", complaint.getBusinessKey(),
                        "addition", "outside-deadline",
                        "deadlineName", "12315",
                        "deadlineStartsAt", "2026-03-02T10:00+08:00",
                        "deadlineAmount", TARGET.toHours(),
                        "deadlineUnit", "hours"));
        assertThat(addition).isWaitingAt("serviceTask_addOutsideDeadline");
        execute(job("serviceTask_addOutsideDeadline", addition));
        assertThat(addition).hasPassed("endEvent_outsideDeadlineAdded").isEnded();
    }

    private static Job overdue(ProcessInstance complaint) {
        return job("event_outsideDeadlineOverdue", complaint);
    }
}
