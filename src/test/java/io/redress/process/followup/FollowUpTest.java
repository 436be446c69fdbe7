package io.redress.process.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.message.Messages;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Instant;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class FollowUpTest {

    private final Desk desk;
    private final FollowUpNavigator followUp;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final Messages messages;
    private final TestClock clock;

    FollowUpTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired Messages messages,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.followUp = new FollowUpNavigator(desk, complaints, deadlines, clock);
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = clock;
    }

    @Test
    void aSupermarketWaitsForTheOpeningOfTheThirdDay() {
        ProcessInstance settled = followUp.atTimeToCall("supermarket");
        assertThat(job("event_timeToCall", settled).getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
        assertThat(deadlineOf(settled, "FOLLOW_UP").dueAt()).isEqualTo(Instant.parse("2026-03-09T15:59:59Z"));
        assertThat(complaints.find(settled.getBusinessKey()).orElseThrow().state())
                .isEqualTo(State.SETTLED);
    }

    @Test
    void afterSalesCallsOnTheNextWorkingDay() {
        ProcessInstance settled = followUp.atTimeToCall("office");
        assertThat(job("event_timeToCall", settled).getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
        assertThat(deadlineOf(settled, "FOLLOW_UP").dueAt()).isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
    }

    @Test
    void asksTheOwnerToCallBeforeTheLastDayIsOver() {
        ProcessInstance settled = followUp.atCallTheCustomer();
        assertThat(task(settled)).hasCandidateGroup("customer-service").isNotAssigned();
        assertThat(task(settled).getDueDate().toInstant()).isEqualTo(Instant.parse("2026-03-09T15:59:59Z"));
    }

    @Test
    void endsWithASolvedProblem() {
        ProcessInstance called = followUp.atCallTheCustomer();
        followUp.called(called, "solved");
        assertThat(called)
                .hasPassed("endEvent_customerCalled", "endEvent_followUpDone")
                .isEnded();
        assertThat(followUp.out(called)).containsEntry("reopened", false);
        assertThat(deadlineOf(called, "FOLLOW_UP").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void sendsTheCustomersSuggestionToTheDepartmentThatItIsFor() {
        ProcessInstance called = followUp.atCallTheCustomer();
        followUp.called(called, "solved");
        assertThat(messages.of(id(called))).singleElement().satisfies(message -> {
            assertThat(message.group()).isEqualTo("store-manager");
            assertThat(message.text()).contains("冷柜应每天检查。");
        });
    }

    @Test
    void endsWithSatisfactionBlankAfterThreeTriesOnThreeDays() {
        ProcessInstance called = followUp.atCallTheCustomer();
        followUp.missed(called);
        assertThat(job("event_timeToCall", called).getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-03-06T00:00:00Z"));
        followUp.wait(called);
        followUp.missed(called);
        followUp.wait(called);
        followUp.missed(called);
        assertThat(called)
                .hasPassed("endEvent_nobodyReached", "endEvent_followUpDone")
                .isEnded();
        assertThat(followUp.out(called)).containsEntry("reopened", false);
        assertThat(deadlineOf(called, "FOLLOW_UP").state()).isEqualTo(DeadlineState.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partly", "not-solved"})
    void reopensTheCaseWithItsDeadlinesAnew(String solved) {
        ProcessInstance called = followUp.atCallTheCustomer();
        followUp.reopened(called, solved);
        assertThat(called).hasPassed("endEvent_caseReopened").isEnded();
        assertThat(followUp.out(called)).containsEntry("reopened", true);
        assertThat(complaints.find(called.getBusinessKey()).orElseThrow().state())
                .isEqualTo(State.OPEN);
        Deadline resolution = deadlineOf(called, "RESOLUTION");
        assertThat(resolution.state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(resolution.startedAt()).isEqualTo(clock.instant());
    }

    @Test
    void saysSoWhenItIsReopenedAThirdTime() {
        ProcessInstance called = followUp.atCallTheCustomer();
        followUp.reopened(called, "partly");
        called = followUp.again(called);
        followUp.reopened(called, "partly");
        assertThat(called).hasNotPassed("event_reopenedAThirdTime").isEnded();
        called = followUp.again(called);
        followUp.reopened(called, "partly");
        assertThat(called)
                .hasPassed("event_reopenedAThirdTime", "endEvent_caseReopened")
                .isEnded();
    }

    @Test
    void isPassedUpWhenNobodyHasCalledInTime() {
        ProcessInstance called = followUp.atCallTheCustomer();
        clock.set(Instant.parse("2026-03-09T15:59:59Z"));
        execute(job("event_followUpOverdue", called));
        assertThat(called).hasPassed("endEvent_lateCallPassedUp").isWaitingAt("userTask_callTheCustomer");
    }

    private long id(ProcessInstance instance) {
        return complaints.find(instance.getBusinessKey()).orElseThrow().id();
    }

    private Deadline deadlineOf(ProcessInstance instance, String kind) {
        return deadlines.of(id(instance)).stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
