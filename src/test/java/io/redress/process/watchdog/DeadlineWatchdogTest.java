package io.redress.process.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.jobQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class DeadlineWatchdogTest {

    private final Desk desk;
    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TestClock clock;

    DeadlineWatchdogTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired TestClock clock) {
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.desk = desk;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Test
    void recordsTheBreachOfADeadlineWhoseTimerIsGone() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        managementService()
                .deleteJob(job("event_confirmationOverdue", complaint).getId());
        clock.pass(Duration.ofHours(25));
        assertThat(confirmation(complaint).state()).isEqualTo(DeadlineState.RUNNING);
        check();
        assertThat(confirmation(complaint).state()).isEqualTo(DeadlineState.BREACHED);
    }

    @Test
    void leavesADeadlineToItsTimerThatOnlyWaitsForItsTurn() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        clock.pass(Duration.ofHours(25));
        check();
        assertThat(confirmation(complaint).state()).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void leavesADeadlineAloneThatIsNotDue() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        clock.pass(Duration.ofHours(23));
        check();
        assertThat(confirmation(complaint).state()).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void endsWithTheCaseWhatItHasPassedUpItself() {
        ProcessInstance closed = passedUp();
        ProcessInstance open = passedUp();
        complaints.close(id(closed), clock.instant());
        check();
        assertThat(closed).isEnded();
        assertThat(open).isWaitingAt("userTask_takeUpTheEscalation");
    }

    /** As it does for a deadline without a timer: called by nobody. */
    private ProcessInstance passedUp() {
        String number = desk.start(
                        "customer-service", "complaint-handling", io.redress.testing.Complaints.registration())
                .getBusinessKey();
        long id = complaints.find(number).orElseThrow().id();
        return runtimeService()
                .startProcessInstanceByKey("escalation", number, Map.of("caseId", id, "reason", "refused"));
    }

    private static void check() {
        execute(jobQuery().processDefinitionKey(WatchdogProcess.KEY).timers().singleResult());
        ProcessInstance check =
                processInstanceQuery().processDefinitionKey(WatchdogProcess.KEY).singleResult();
        assertThat(check).isWaitingAt("serviceTask_checkDeadlines");
        execute(job("serviceTask_checkDeadlines", check));
        assertThat(check).hasPassed("endEvent_deadlinesChecked").isEnded();
    }

    private long id(ProcessInstance instance) {
        return complaints.find(instance.getBusinessKey()).orElseThrow().id();
    }

    private Deadline confirmation(ProcessInstance complaint) {
        return deadlines.of(id(complaint)).stream()
                .filter(deadline -> deadline.kind().equals("CONFIRMATION"))
                .findFirst()
                .orElseThrow();
    }
}
