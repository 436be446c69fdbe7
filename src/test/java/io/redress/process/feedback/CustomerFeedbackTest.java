package io.redress.process.feedback;

import static io.redress.process.feedback.FeedbackNavigator.HANDLER;
import static io.redress.process.feedback.FeedbackNavigator.MANAGER;
import static io.redress.process.feedback.FeedbackNavigator.TOP;
import static io.redress.process.feedback.FeedbackNavigator.decision;
import static io.redress.process.feedback.FeedbackNavigator.offer;
import static io.redress.process.feedback.FeedbackNavigator.out;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.jobQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class CustomerFeedbackTest {

    private final Desk desk;
    private final FeedbackNavigator feedback;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TestClock clock;

    CustomerFeedbackTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.feedback = new FeedbackNavigator(desk, complaints, deadlines, clock);
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Test
    void asksTheHandlerToTellTheResultWithinAWorkingDay() {
        ProcessInstance told = feedback.atTellTheResult();
        assertThat(task(told)).hasCandidateGroup(HANDLER).isNotAssigned();
        assertThat(task(told).getDueDate().toInstant()).isEqualTo(Instant.parse("2026-03-03T14:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"very-satisfied", "satisfied", "average"})
    void onlyDissatisfactionClimbs(String satisfaction) {
        ProcessInstance told = feedback.atTellTheResult();
        feedback.told(told, satisfaction);
        assertThat(told).hasPassed("endEvent_customerAgreed").isEnded();
        assertThat(out(told)).containsEntry("outcome", "agreed").containsEntry("planAgreed", false);
        assertThat(complaints.find(told.getBusinessKey()).orElseThrow().state()).isEqualTo(State.ANSWERED);
        assertThat(deadlineOf(told, "RESOLUTION").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void asksAnAverageCustomerWhy() {
        ProcessInstance told = feedback.atTellTheResult();
        Map<String, Object> fields = Map.of(
                "reached", "yes",
                "toldBy", List.of("phone"),
                "told", "已为您退款。",
                "satisfaction", "average",
                "satisfactionReason", "",
                "customersWord", "");
        assertThatThrownBy(() -> desk.submit(HANDLER, task(told), fields)).hasMessageContaining("Why not more?");
        assertThat(told).isWaitingAt("userTask_tellTheResult");
    }

    @Test
    void triesAgainFromTheOpeningOfTheNextWorkingDay() {
        ProcessInstance missed = feedback.atNextTryDue();
        assertThat(job("event_nextTryDue", missed).getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        feedback.tryAgain(missed);
        assertThat(jobQuery()
                        .processInstanceId(missed.getId())
                        .timers()
                        .activityId("event_nextTryDue")
                        .list())
                .isEmpty();
        feedback.told(missed, "satisfied");
        assertThat(missed).hasPassed("endEvent_customerAgreed").isEnded();
        assertThat(deadlineOf(missed, "NEXT_TRY").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void goesOnWithoutAnAnswerAfterTwoFurtherTriesOnOtherDays() {
        ProcessInstance missed = feedback.atNextTryDue();
        feedback.tryAgain(missed);
        feedback.missed(missed);
        assertThat(job("event_nextTryDue", missed).getDuedate().toInstant())
                .isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
        feedback.tryAgain(missed);
        feedback.missed(missed);
        assertThat(missed).hasPassed("endEvent_noAnswer").isEnded();
        assertThat(out(missed)).containsEntry("outcome", "no-answer").containsEntry("planAgreed", false);
    }

    @Test
    void showsWhatWasPreparedWhenTheCustomerIsTold() {
        ProcessInstance prepared = feedback.atFindTheAnswer("2026-03-03");
        feedback.answered(prepared);
        Map<String, Object> shown =
                formService().getTaskFormVariables(task(prepared).getId());
        assertThat(shown).containsEntry("answer", "全额退款并致歉。").doesNotContainKeys("told", "satisfaction", "reached");
    }

    @Test
    void holdsTheHandlerToThePromisedDate() {
        ProcessInstance promised = feedback.atFindTheAnswer("2026-03-04");
        Instant end = Instant.parse("2026-03-04T15:59:59Z");
        assertThat(deadlineOf(promised, "PROMISED").dueAt()).isEqualTo(end);
        assertThat(task(promised)).hasCandidateGroup(HANDLER);
        assertThat(task(promised).getDueDate().toInstant()).isEqualTo(end);
        feedback.answered(promised);
        feedback.told(promised, "satisfied");
        assertThat(deadlineOf(promised, "PROMISED").state()).isEqualTo(DeadlineState.MET);
        assertThat(promised).isEnded();
    }

    @Test
    void canPromiseAnAnswerToday() {
        ProcessInstance promised = feedback.atFindTheAnswer("2026-03-02");
        assertThat(deadlineOf(promised, "PROMISED").dueAt()).isEqualTo(Instant.parse("2026-03-02T15:59:59Z"));
    }

    @Test
    void promisesNothingBeforeToday() {
        ProcessInstance refused = feedback.atPromiseADate();
        assertThatThrownBy(() -> feedback.promise(refused, "2026-03-01")).hasMessageContaining("past");
        assertThat(refused).isWaitingAt("userTask_promiseADate");
    }

    @Test
    void promisesNothingAfterTheFinalAnswerIsDue() {
        ProcessInstance refused = feedback.atPromiseADate();
        assertThatThrownBy(() -> feedback.promise(refused, "2026-03-06")).hasMessageContaining("5 Mar 2026");
        feedback.promise(refused, "2026-03-05");
        assertThat(refused).isWaitingAt("serviceTask_recordPromise");
    }

    @Test
    void canStillPromiseTodayWhenTheFinalAnswerIsOverdue() {
        ProcessInstance refused = feedback.atPromiseADate();
        clock.pass(Duration.ofDays(5));
        assertThatThrownBy(() -> feedback.promise(refused, "2026-03-08")).hasMessageContaining("7 Mar 2026");
        feedback.promise(refused, "2026-03-07");
        assertThat(refused).isWaitingAt("serviceTask_recordPromise");
    }

    @Test
    void asksTheManagerWhenTheAnswerByThatDateIsNotAccepted() {
        ProcessInstance promised = feedback.atFindTheAnswer("2026-03-03");
        feedback.answered(promised);
        feedback.refused(promised);
        assertThat(promised).isWaitingAt("userTask_proposeASolution");
        assertThat(task(promised)).hasCandidateGroup(MANAGER);
        assertThat(deadlineOf(promised, "PROMISED").state()).isEqualTo(DeadlineState.MET);
        assertThat(deadlineOf(promised, "RESOLUTION").state()).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void handsAnAgreedPlanToItsCaller() {
        ProcessInstance proposed = feedback.atProposeASolution();
        feedback.offered(MANAGER, proposed, offer("yes"));
        feedback.told(proposed, "satisfied");
        assertThat(out(proposed)).containsEntry("outcome", "agreed").containsEntry("planAgreed", true);
        assertThat(deadlineOf(proposed, "RESOLUTION").state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(complaints.find(proposed.getBusinessKey()).orElseThrow().state())
                .isEqualTo(State.OPEN);
    }

    @Test
    void passesItToSeniorManagementAfterThreeRoundsWithTheDepartments() {
        ProcessInstance refused = feedback.atDecideOnTheComplaint();
        assertThat(task(refused)).hasCandidateGroup(TOP);
    }

    @Test
    void comesBackToSeniorManagementWhenItsOfferIsRefused() {
        ProcessInstance refused = feedback.atDecideOnTheComplaint();
        feedback.offered(TOP, refused, decision("offer", "no"));
        feedback.refused(refused);
        assertThat(refused).isWaitingAt("userTask_decideOnTheComplaint");
    }

    @Test
    void endsWithTheFinalDecisionWhateverTheCustomerSays() {
        ProcessInstance refused = feedback.atDecideOnTheComplaint();
        feedback.offered(TOP, refused, decision("final", "yes"));
        feedback.refused(refused);
        assertThat(refused).hasPassed("endEvent_finalDecisionTold").isEnded();
        assertThat(out(refused)).containsEntry("outcome", "final-decision").containsEntry("planAgreed", true);
    }

    @Test
    void keepsNothingPersonalInTheEngine() {
        ProcessInstance promised = feedback.atFindTheAnswer("2026-03-03");
        assertThat(runtimeService().getVariables(promised.getId()))
                .containsOnlyKeys(
                        "caseId",
                        "number",
                        "site",
                        "severity",
                        "ownerGroup",
                        "reachable",
                        "level",
                        "settled",
                        "outcome",
                        "planAgreed",
                        "round",
                        "tries",
                        "reached",
                        "satisfaction",
                        "promisedOn",
                        "planOffered",
                        "decision");
    }

    private Deadline deadlineOf(ProcessInstance instance, String kind) {
        long id = complaints.find(instance.getBusinessKey()).orElseThrow().id();
        return deadlines.of(id).stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
