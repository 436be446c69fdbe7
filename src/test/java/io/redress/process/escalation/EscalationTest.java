package io.redress.process.escalation;

import static io.redress.process.escalation.EscalationNavigator.ORDER;
import static io.redress.process.escalation.EscalationNavigator.REPORT;
import static io.redress.process.escalation.EscalationNavigator.TAKE_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.DueDeadlines;
import io.redress.casefile.deadline.PauseReason;
import io.redress.casefile.deadline.Policy;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.lifecycle.Lifecycle;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.testing.AtOnce;
import io.redress.testing.Caller;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class EscalationTest {

    private static final String OWNER = "customer-service";
    private static final String SUPERVISOR = "customer-service-supervisor";
    private static final String MANAGER = "customer-service-manager";
    private static final String OFFICE = "general-manager-office";
    private static final String TOP = "senior-management";

    private static final String SILENT = "event_levelSilent";
    private static final String TOP_SILENT = "event_topLevelSilent";

    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    private static final Caller CASE =
            new Caller(EscalationProcess.KEY, List.of("caseId", "number", "site", "severity", "reason"), List.of());
    private static final Caller FEEDBACK = new Caller(
            "customer-feedback",
            List.of("caseId", "number", "site", "severity", "ownerGroup", "settled"),
            List.of("outcome", "planAgreed"));

    private final Desk desk;
    private final EscalationNavigator escalations;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final DueDeadlines dueDeadlines;
    private final Entries entries;
    private final Messages messages;
    private final Lifecycle lifecycle;
    private final TestClock clock;

    /** Who has left which group for the time of a test. */
    private final Map<String, List<String>> left = new HashMap<>();

    private String colleague;

    EscalationTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired DueDeadlines dueDeadlines,
            @Autowired Entries entries,
            @Autowired Messages messages,
            @Autowired Lifecycle lifecycle,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.escalations = new EscalationNavigator(desk);
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.dueDeadlines = dueDeadlines;
        this.entries = entries;
        this.messages = messages;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @AfterEach
    void everybodyIsBack() {
        left.forEach(
                (group, people) -> people.forEach(person -> identityService().createMembership(person, group)));
        if (colleague != null) {
            identityService().deleteUser(colleague);
        }
    }

    // Who is asked.

    @Test
    void recordsABreachOfWhichNobodyIsToBeTold() {
        Complaint complaint = begun("supermarket", "simple");
        deadlines.start(complaint.id(), "record-to-confirm", clock.instant(), clock.instant(), OWNER);
        clock.pass(Duration.ofHours(24));
        overdue(complaint, "CONFIRMATION");
        assertOnlyRecorded(complaint);
        assertThat(last(complaint).fields()).containsEntry("stage", "DUE").containsEntry("notified", List.of());
    }

    @Test
    void asksTheGroupThatThePolicyNames() {
        Complaint complaint = running("supermarket");
        clock.pass(Duration.ofHours(72));
        ProcessInstance told = overdue(complaint, "RESOLUTION");
        assertThat(told).isWaitingAt(TAKE_UP);
        assertThat(task(told)).hasCandidateGroup(TOP).isNotAssigned();
        assertThat(task(told).getDueDate().toInstant()).isEqualTo(Instant.parse("2026-03-06T14:00:00Z"));
        assertThat(desk.open(TOP, task(told)).get("escalationReason").toString())
                .contains("overdue since");
    }

    @Test
    void climbsFromWhoeverHasTheCase() {
        ProcessInstance told = overdue(lateInvestigation(), "START_INVESTIGATION");
        assertThat(task(told)).hasCandidateGroup(SUPERVISOR);
    }

    @ParameterizedTest
    @CsvSource({
        "third-reopening, senior-management, ",
        "refused, customer-service-supervisor, ",
        "sudden-incident, senior-management, ",
        "media, senior-management, legal public-relations",
        "legal, senior-management, legal public-relations"
    })
    void asksTheLevelThatTheReasonDemands(String reason, String level, String alsoNotified) {
        Complaint complaint = running("office");
        ProcessInstance told = passedUp(complaint, reason);
        assertThat(told).isWaitingAt(TAKE_UP, REPORT);
        assertThat(task(TAKE_UP, told)).hasCandidateGroup(level);
        assertThat(messages.of(complaint.id()))
                .extracting(Message::group)
                .containsExactly(alsoNotified == null ? new String[0] : alsoNotified.split(" "));
        assertThat(last(complaint).fields()).containsEntry("reason", reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"large-case", "three-days-unresolved"})
    void onlyTellsOfWhatIsNotTakenOver(String reason) {
        Complaint complaint = running("office");
        passedUp(complaint, reason);
        assertOnlyRecorded(complaint);
        assertThat(messages.of(complaint.id())).extracting(Message::group).containsExactly(TOP);
        assertThat(last(complaint).fields()).containsEntry("notified", List.of(TOP));
    }

    @Test
    void onlyTellsWhenACaseIsNotSettledForThreeDays() {
        Complaint complaint = running("supermarket");
        clock.set(Instant.parse("2026-03-05T15:59:59Z"));
        overdue(complaint, "UNRESOLVED");
        assertOnlyRecorded(complaint);
        assertThat(messages.of(complaint.id())).singleElement().satisfies(message -> {
            assertThat(message.group()).isEqualTo(TOP);
            assertThat(message.text()).contains("three days");
        });
        assertThat(last(complaint).fields())
                .containsEntry("deadline", "UNRESOLVED")
                .containsEntry("stage", "DUE")
                .containsEntry("notified", List.of(TOP));
    }

    @Test
    void passesOverALevelThatHasNobodyInIt() {
        empty(SUPERVISOR, MANAGER);
        ProcessInstance told = overdue(lateInvestigation(), "START_INVESTIGATION");
        assertThat(task(told)).hasCandidateGroup(OFFICE);
        assertThat(incidents(told, "empty-level"))
                .extracting(Incident::getConfiguration)
                .containsExactlyInAnyOrder(SUPERVISOR, MANAGER);
    }

    @Test
    void passesOverAnEmptyLevelOnTheWayUp() {
        empty(MANAGER);
        ProcessInstance told = overdue(lateInvestigation(), "START_INVESTIGATION");
        assertThat(incidents(told, "empty-level")).isEmpty();
        silent(told);
        assertThat(task(told)).hasCandidateGroup(OFFICE);
        assertThat(incidents(told, "empty-level"))
                .extracting(Incident::getConfiguration)
                .containsExactly(MANAGER);
    }

    @Test
    void asksTheTopEvenIfNobodyIsThere() {
        empty(TOP);
        ProcessInstance told = passedUp(running("office"), "sudden-incident");
        assertThat(task(TAKE_UP, told)).hasCandidateGroup(TOP);
        assertThat(incidents(told, "empty-level"))
                .extracting(Incident::getConfiguration)
                .containsExactly(TOP);
    }

    @Test
    void doesNotWriteToAGroupThatHasNobodyInIt() {
        empty("legal");
        Complaint complaint = running("office");
        ProcessInstance told = passedUp(complaint, "media");
        assertThat(messages.of(complaint.id())).extracting(Message::group).containsExactly("public-relations");
        assertThat(incidents(told, "empty-level"))
                .extracting(Incident::getConfiguration)
                .containsExactly("legal");
    }

    // What happens when nobody acts.

    @Test
    void asksOneLevelAfterTheOther() {
        Complaint complaint = lateInvestigation();
        ProcessInstance told = overdue(complaint, "START_INVESTIGATION");
        assertThat(dueOf(SILENT, told)).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
        assertThat(dueOf(TOP_SILENT, told)).isEqualTo(NEVER);
        silent(told);
        assertThat(task(told)).hasCandidateGroup(MANAGER);
        assertThat(dueOf(SILENT, told)).isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
        silent(told);
        assertThat(task(told)).hasCandidateGroup(OFFICE);
        silent(told);
        assertThat(task(told)).hasCandidateGroup(TOP);
        assertThat(dueOf(SILENT, told)).isEqualTo(NEVER);
        assertThat(steps(complaint, "escalation"))
                .extracting(
                        entry -> entry.fields().get("silent"),
                        entry -> entry.fields().get("notified"),
                        Entry::submittedAt)
                .containsExactly(
                        tuple(SUPERVISOR, List.of(MANAGER), Instant.parse("2026-03-04T10:00:00Z")),
                        tuple(MANAGER, List.of(OFFICE), Instant.parse("2026-03-05T10:00:00Z")),
                        tuple(OFFICE, List.of(TOP), Instant.parse("2026-03-06T10:00:00Z")));
    }

    @Test
    void remindsTheTopEachWorkingDayAndShowsOneIncidentMeanwhile() {
        clock.set(Instant.parse("2026-04-02T02:00:00Z"));
        Complaint complaint = running("office");
        ProcessInstance told = passedUp(complaint, "sudden-incident");
        escalations.reported(OWNER, told);
        Task asked = task(told);
        // Friday; then Tuesday after the Tomb-Sweeping holiday, and Wednesday.
        List<Instant> openings = List.of(
                Instant.parse("2026-04-03T01:00:00Z"),
                Instant.parse("2026-04-07T01:00:00Z"),
                Instant.parse("2026-04-08T01:00:00Z"));
        for (Instant opening : openings) {
            assertThat(incidents(told, "silent-top-level")).hasSize(opening.equals(openings.get(0)) ? 0 : 1);
            reminded(told, opening);
            assertThat(incidents(told, "silent-top-level"))
                    .singleElement()
                    .extracting(Incident::getConfiguration)
                    .isEqualTo(TOP);
        }
        assertThat(steps(complaint, "escalation-reminder"))
                .extracting(Entry::submittedAt)
                .containsExactlyElementsOf(openings);
        assertThat(messages.of(complaint.id())).extracting(Message::group).containsExactly(TOP, TOP, TOP);
        assertThat(task(told).getId()).isEqualTo(asked.getId());
        escalations.takenOver(TOP, told);
        assertThat(told).isEnded();
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .incidentType("silent-top-level")
                        .configuration(TOP)
                        .list())
                .isEmpty();
    }

    @Test
    void remindsNobodyWhoHasTakenItUpMeanwhile() {
        Complaint complaint = running("office");
        ProcessInstance told = passedUp(complaint, "sudden-incident");
        Job timer = job(TOP_SILENT, told);
        clock.set(timer.getDuedate().toInstant());
        execute(timer);
        desk.submit(TOP, task(TAKE_UP, told), EscalationNavigator.takeOver());
        execute(job("serviceTask_remindTheTopLevel", told));
        assertThat(steps(complaint, "escalation-reminder")).isEmpty();
        assertThat(incidents(told, "silent-top-level")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "withdrawn"})
    void asksAndRemindsNobodyElseOfACaseThatIsOver(String end) {
        Complaint complaint = lateInvestigation();
        ProcessInstance told = overdue(complaint, "START_INVESTIGATION");
        if (end.equals("closed")) {
            complaints.close(complaint.id(), clock.instant());
        } else {
            lifecycle.withdraw(complaint.id());
        }
        int before = entries.of(complaint.id()).size();
        silent(told);
        assertThat(task(told)).hasCandidateGroup(SUPERVISOR);
        reminded(told, Instant.parse("2026-03-05T01:00:00Z"));
        assertThat(entries.of(complaint.id())).hasSize(before);
        assertThat(messages.of(complaint.id())).isEmpty();
        assertThat(incidents(told, "silent-top-level")).isEmpty();
    }

    @Test
    void goesOnAskingOfAWithdrawnCaseThatDoesNotHangOnTheCustomer() {
        Complaint complaint = running("office");
        ProcessInstance told = passedUp(complaint, "media");
        lifecycle.withdraw(complaint.id());
        assertThat(messages.of(complaint.id())).isNotEmpty();
        reminded(told, Instant.parse("2026-03-03T01:00:00Z"));
        assertThat(steps(complaint, "escalation-reminder")).hasSize(1);
    }

    // The written report.

    @ParameterizedTest
    @CsvSource({"low, false", "normal, false", "high, true", "critical, true"})
    void asksTheOwnerForAReportOfAGraveCase(String severity, boolean inWriting) {
        Complaint complaint = running("office");
        complaints.triaged(complaint.id(), severity, "simple", "complaint-resolution", OWNER);
        clock.set(Instant.parse("2026-03-09T02:00:00Z"));
        ProcessInstance told = overdue(complaint, "RESOLUTION");
        if (inWriting) {
            assertThat(told).isWaitingAt(TAKE_UP, REPORT);
            assertThat(task(REPORT, told)).hasCandidateGroup(OWNER);
        } else {
            assertThat(told).isWaitingAtExactly(TAKE_UP);
        }
    }

    @Test
    void showsTheReportToWhoeverTakesItUp() {
        ProcessInstance told = passedUp(running("office"), "refused");
        assertThat(desk.open(SUPERVISOR, task(TAKE_UP, told)).get("reportAsked"))
                .isNull();
        escalations.reported(OWNER, told);
        assertThat(told).hasPassed("endEvent_reportWritten").isWaitingAtExactly(TAKE_UP);
        assertThat(desk.open(SUPERVISOR, task(TAKE_UP, told)))
                .containsEntry("reportHappened", "客户买到过期酸奶。")
                .containsEntry("reportDone", "已致歉并下架。")
                .containsEntry("reportAsked", "请批准全额退款。");
    }

    @Test
    void decidesWithoutWaitingForTheReport() {
        ProcessInstance told = passedUp(running("office"), "refused");
        escalations.takenOver(SUPERVISOR, told);
        assertThat(told).hasPassed("endEvent_caseTakenOver").isWaitingAtExactly(REPORT);
        escalations.reported(OWNER, told);
        assertThat(told).isEnded();
    }

    @Test
    void asksForTheReportOnce() {
        ProcessInstance told = passedUp(running("office"), "refused");
        silent(told);
        assertThat(task(TAKE_UP, told)).hasCandidateGroup(MANAGER);
        assertThat(runtimeService().getActiveActivityIds(told.getId())).containsOnlyOnce(REPORT);
    }

    // What is decided.

    @Test
    void takesTheCaseOverAsFarAsThePersonMay() {
        Complaint complaint = lateInvestigation();
        ProcessInstance feedback = handled(complaint);
        messages.toGroup(
                complaint.id(), "legal", "told-of-escalation", Map.of("reason", "…", "by", ""), clock.instant());
        colleague(SUPERVISOR, OWNER);
        ProcessInstance told = overdue(complaint, "START_INVESTIGATION");
        submit(colleague, SUPERVISOR, task(told), EscalationNavigator.takeOver());
        execute(job("serviceTask_recordDecision", told));
        execute(job("serviceTask_handOverTheCase", told));
        assertThat(told).hasPassed("endEvent_caseTakenOver").isEnded();
        assertThat(task(feedback)).isAssignedTo(colleague);
        assertThat(steps(complaint, "hand-over"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.fields())
                        .containsEntry("to", colleague)
                        .containsEntry("tasks", List.of("Tell the result")));
        assertThat(steps(complaint, "escalation-decision"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.fields())
                        .containsOnly(
                                Map.entry("decision", "take-over"),
                                Map.entry("by", colleague),
                                Map.entry("level", SUPERVISOR)));
    }

    @Test
    void leavesTheTasksOfTheOwnerToTheOwner() {
        Complaint complaint = lateInvestigation();
        ProcessInstance feedback = handled(complaint);
        ProcessInstance told = overdue(complaint, "START_INVESTIGATION");
        escalations.takenOver(SUPERVISOR, told);
        assertThat(told).isEnded();
        assertThat(task(feedback)).isNotAssigned();
    }

    @Test
    void isTakenUpOnceByTwoPeopleAtOnce() throws InterruptedException {
        Complaint complaint = lateInvestigation();
        ProcessInstance told = overdue(complaint, "START_INVESTIGATION");
        colleague(SUPERVISOR);
        Task asked = task(told);
        List<Object> outcomes = AtOnce.outcomes(Arrays.<Callable<?>>asList(
                () -> submit(SUPERVISOR, SUPERVISOR, asked, EscalationNavigator.takeOver()),
                () -> submit(colleague, SUPERVISOR, asked, EscalationNavigator.takeOver())));
        String first = outcomes.get(0) instanceof String ? SUPERVISOR : colleague;
        assertThat(outcomes).filteredOn(String.class::isInstance).containsExactly(first);
        assertThat(outcomes)
                .filteredOn(FormFieldValidationException.class::isInstance)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("Somebody else");
        execute(job("serviceTask_recordDecision", told));
        execute(job("serviceTask_handOverTheCase", told));
        assertThat(told).isEnded();
        assertThat(steps(complaint, "escalation-decision"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.fields()).containsEntry("by", first));
    }

    @Test
    void tellsTheOwnersWhatIsAdvised() {
        Complaint complaint = lateInvestigation();
        ProcessInstance told = overdue(complaint, "START_INVESTIGATION");
        escalations.advised(SUPERVISOR, told, "请先致歉，再换货。");
        assertThat(told).hasPassed("endEvent_advicePassedOn").isEnded();
        assertThat(messages.of(complaint.id())).singleElement().satisfies(message -> {
            assertThat(message.group()).isEqualTo(OWNER);
            assertThat(message.text()).contains("Customer service supervisor advises: 请先致歉，再换货。");
        });
    }

    @Test
    void givesTheCaseBackToItsOwnerWithAnOrder() {
        Complaint complaint = lateInvestigation();
        handled(complaint);
        ProcessInstance told = overdue(complaint, "START_INVESTIGATION");
        escalations.givenBack(SUPERVISOR, told, "今天之内查清进货日期。");
        assertThat(task(told)).hasCandidateGroup(OWNER).isNotAssigned();
        assertThat(desk.open(OWNER, task(told))).containsEntry("orderGiven", "今天之内查清进货日期。");
        escalations.carriedOut(OWNER, told);
        assertThat(told).hasPassed("endEvent_orderCarriedOut").isEnded();
    }

    @Test
    void showsEachOrderToWhoeverCarriesItOut() {
        Complaint complaint = lateInvestigation();
        clock.set(Instant.parse("2026-03-09T02:00:00Z"));
        for (String kind : List.of("ACKNOWLEDGE", "FIRST_RESPONSE", "UNRESOLVED")) {
            deadlines.meet(complaint.id(), kind, clock.instant(), OWNER);
        }
        // What is due first is passed up first.
        ProcessInstance first = called(CASE, complaint, Map.of());
        ProcessInstance second = called(CASE, complaint, Map.of());
        assertThat(called(CASE, complaint, Map.of())).isNull();
        escalations.givenBack(SUPERVISOR, first, "查清进货日期。");
        escalations.givenBack(TOP, second, "今天之内答复。");
        assertThat(desk.open(OWNER, task(first))).containsEntry("orderGiven", "查清进货日期。");
        assertThat(desk.open(OWNER, task(second))).containsEntry("orderGiven", "今天之内答复。");
    }

    // When an order is to be carried out.

    @Test
    void givesHalfOfTheOpeningTimeThatIsLeft() {
        // Seven working days: until Wednesday next week, 59 opening hours from Monday ten o'deadline.
        assertThat(orderDue(complex("office"))).isEqualTo(Instant.parse("2026-03-06T01:30:00Z"));
    }

    @Test
    void givesHalfOfTheHoursThatAreLeft() {
        Complaint complaint = running("supermarket");
        deadlines.meet(complaint.id(), "RESOLUTION", clock.instant(), OWNER);
        deadlines.meet(complaint.id(), "UNRESOLVED", clock.instant(), OWNER);
        outside(complaint, 120);
        assertThat(orderDue(complaint)).isEqualTo(Instant.parse("2026-03-04T14:00:00Z"));
    }

    @Test
    void goesByTheStrictestDeadlineThatRuns() {
        Complaint complaint = complex("office");
        outside(complaint, 120);
        assertThat(orderDue(complaint)).isEqualTo(Instant.parse("2026-03-04T14:00:00Z"));
    }

    @Test
    void givesAWorkingDayAtLeast() {
        Complaint complaint = running("supermarket");
        clock.pass(Duration.ofHours(48));
        assertThat(orderDue(complaint)).isEqualTo(Instant.parse("2026-03-05T14:00:00Z"));
    }

    @Test
    void countsWhatAPauseHasMoved() {
        Complaint complaint = complex("office");
        clock.pass(Duration.ofHours(24));
        deadlines.pause(complaint.id(), PauseReason.CUSTOMER, clock.instant(), OWNER);
        clock.pass(Duration.ofHours(24));
        deadlines.resume(complaint.id(), PauseReason.CUSTOMER, clock.instant(), OWNER);
        // Due on Thursday next week, 51½ opening hours from Wednesday ten o'deadline.
        assertThat(orderDue(complaint)).isEqualTo(Instant.parse("2026-03-09T06:45:00Z"));
    }

    @Test
    void givesAWorkingDayWhileEveryDeadlineStandsStill() {
        Complaint complaint = complex("office");
        deadlines.pause(complaint.id(), PauseReason.CUSTOMER, clock.instant(), OWNER);
        assertThat(orderDue(complaint)).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
    }

    @Test
    void givesAWorkingDayWhenTheCaseIsOverdue() {
        Complaint complaint = complex("office");
        clock.set(Instant.parse("2026-03-13T02:00:00Z"));
        dueDeadlines.breach(complaint.id(), "RESOLUTION", clock.instant());
        assertThat(orderDue(complaint)).isEqualTo(Instant.parse("2026-03-16T10:00:00Z"));
    }

    @Test
    void givesAWorkingDayWhenABreachIsNotYetOnRecord() {
        Complaint complaint = complex("office");
        clock.set(Instant.parse("2026-03-13T02:00:00Z"));
        assertThat(orderDue(complaint)).isEqualTo(Instant.parse("2026-03-16T10:00:00Z"));
    }

    /** A complaint in whose case only the final answer is waited for, and what three days bring. */
    private Complaint running(String site) {
        return running(site, "simple");
    }

    private Complaint complex(String site) {
        return running(site, "complex");
    }

    private Complaint running(String site, String complexity) {
        Complaint complaint = begun(site, complexity);
        for (String kind : List.of("ACKNOWLEDGE", "CONFIRMATION", "START_INVESTIGATION", "FIRST_RESPONSE")) {
            deadlines.meet(complaint.id(), kind, clock.instant(), OWNER);
        }
        return complaint;
    }

    /** A complaint of the office that nobody has begun to investigate for a day. */
    private Complaint lateInvestigation() {
        Complaint complaint = begun("office", "simple");
        clock.pass(Duration.ofHours(24));
        return complaint;
    }

    private Complaint begun(String site, String complexity) {
        String number = desk.start(
                        OWNER, "complaint-handling", io.redress.testing.Complaints.registration("site", site))
                .getBusinessKey();
        long id = complaints.find(number).orElseThrow().id();
        complaints.triaged(id, "normal", complexity, "complaint-resolution", OWNER);
        deadlines.start(id, "receipt", clock.instant(), clock.instant(), OWNER);
        return complaints.find(id).orElseThrow();
    }

    /** Somebody has to tell its customer the result. */
    private ProcessInstance handled(Complaint complaint) {
        return called(FEEDBACK, complaint, Map.of("ownerGroup", OWNER, "settled", true));
    }

    private ProcessInstance overdue(Complaint complaint, String kind) {
        // What is due first is passed up first.
        deadlines.of(complaint.id()).stream()
                .map(Deadline::kind)
                .filter(other -> !other.equals(kind))
                .forEach(other -> dueDeadlines.breach(complaint.id(), other, clock.instant()));
        return called(CASE, complaint, Map.of());
    }

    private ProcessInstance passedUp(Complaint complaint, String reason) {
        return called(CASE, complaint, Map.of("reason", reason));
    }

    private static ProcessInstance called(Caller caller, Complaint complaint, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "caseId", complaint.id(),
                "number", complaint.number(),
                "site", complaint.site(),
                "severity", complaint.severity()));
        variables.put("reason", null);
        variables.putAll(more);
        return caller.call(complaint.number(), variables);
    }

    private Instant orderDue(Complaint complaint) {
        ProcessInstance told = passedUp(complaint, "refused");
        escalations.givenBack(SUPERVISOR, told, "今天之内答复。");
        return task(ORDER, told).getDueDate().toInstant();
    }

    private void outside(Complaint complaint, int hours) {
        Policy policy = new Policy(Deadline.OUTSIDE, new Target(hours, DeadlineUnit.HOURS), 75, MANAGER, false);
        deadlines.startOutside(complaint.id(), "12315", policy, clock.instant(), clock.instant(), OWNER);
    }

    /** The time that the level had is over. */
    private void silent(ProcessInstance told) {
        Job timer = job(SILENT, told);
        clock.set(timer.getDuedate().toInstant());
        execute(timer);
        execute(job("serviceTask_askTheNextLevel", told));
    }

    private void reminded(ProcessInstance told, Instant at) {
        Job timer = job(TOP_SILENT, told);
        assertThat(timer.getDuedate().toInstant()).isEqualTo(at);
        clock.set(at);
        execute(timer);
        execute(job("serviceTask_remindTheTopLevel", told));
    }

    private static Instant dueOf(String timer, ProcessInstance told) {
        return job(timer, told).getDuedate().toInstant();
    }

    private void empty(String... groups) {
        for (String group : groups) {
            List<String> people = identityService().createUserQuery().memberOfGroup(group).list().stream()
                    .map(User::getId)
                    .toList();
            people.forEach(person -> identityService().deleteMembership(person, group));
            left.put(group, people);
        }
    }

    private void colleague(String... groups) {
        colleague = "colleague" + UUID.randomUUID().toString().replace("-", "");
        User user = identityService().newUser(colleague);
        identityService().saveUser(user);
        for (String group : groups) {
            identityService().createMembership(colleague, group);
        }
    }

    private static String submit(String person, String group, Task task, Map<String, Object> fields) {
        identityService().setAuthentication(person, List.of(group));
        try {
            formService().submitTaskForm(task.getId(), fields);
            return person;
        } finally {
            identityService().clearAuthentication();
        }
    }

    /** It asks nobody to do anything. */
    private static void assertOnlyRecorded(Complaint complaint) {
        HistoricProcessInstance told = historyService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(EscalationProcess.KEY)
                .processInstanceBusinessKey(complaint.number())
                .finished()
                .singleResult();
        assertThat(historyService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(told.getId())
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .contains("endEvent_escalationRecorded")
                .doesNotContain(TAKE_UP);
    }

    private static List<Incident> incidents(ProcessInstance told, String type) {
        return runtimeService()
                .createIncidentQuery()
                .processInstanceId(told.getId())
                .incidentType(type)
                .list();
    }

    private Entry last(Complaint complaint) {
        List<Entry> all = entries.of(complaint.id());
        return all.get(all.size() - 1);
    }

    private List<Entry> steps(Complaint complaint, String step) {
        return entries.of(complaint.id()).stream()
                .filter(entry -> entry.step().equals(step))
                .toList();
    }
}
