package io.redress.process.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.jobQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.PauseReason;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.engine.deadline.OverdueTaskWatch;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.AtOnce;
import io.redress.testing.Caller;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class DeadlineWatchdogTest {

    private static final String CLERK = "customer-service";
    private static final String SUPERVISOR = "customer-service-supervisor";
    private static final String MANAGER = "customer-service-manager";
    private static final String TOP = "senior-management";

    /** Monday, ten o'clock at the office. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    /** A working day later, when the office closes. */
    private static final Instant DUE = Instant.parse("2026-03-03T10:00:00Z");

    private static final Caller FEEDBACK = new Caller(
            "customer-feedback",
            List.of("caseId", "number", "site", "severity", "ownerGroup", "settled"),
            List.of("outcome", "planAgreed"));

    private final Desk desk;
    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TestClock clock;
    private final Entries entries;
    private final Messages messages;
    private final OverdueTaskWatch overdueTasks;
    private final JdbcClient jdbc;

    /** Who has left which group for the time of a test. */
    private final Map<String, List<String>> left = new HashMap<>();

    DeadlineWatchdogTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired TestClock clock,
            @Autowired Entries entries,
            @Autowired Messages messages,
            @Autowired OverdueTaskWatch overdueTasks,
            @Autowired JdbcClient jdbc) {
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.desk = desk;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.clock = clock;
        this.entries = entries;
        this.messages = messages;
        this.overdueTasks = overdueTasks;
        this.jdbc = jdbc;
    }

    @AfterEach
    void everybodyIsBack() {
        left.forEach(
                (group, people) -> people.forEach(person -> identityService().createMembership(person, group)));
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

    // Tasks without a deadline of their own.

    @ParameterizedTest
    @CsvSource({
        "injury, true, 2026-03-02T02:30:00Z",
        "media, true, 2026-03-02T02:30:00Z",
        "category, sudden-incident, 2026-03-02T02:30:00Z",
        "site, office, 2026-03-03T10:00:00Z"
    })
    void givesATaskAWorkingDayAndHalfAnHourWhereItCannotWait(String key, String value, Instant due) {
        ProcessInstance feedback = feedback(registered(key, value.equals("true") ? (Object) true : value));
        assertThat(task(feedback).getDueDate()).isEqualTo(due);
    }

    @Test
    void tellsWhoStandsAboveTheGroupOnceThatItsTaskIsOverdue() {
        ProcessInstance feedback = handled();
        clock.set(DUE);
        check();
        assertThat(notes(feedback)).isEmpty();
        clock.set(DUE.plusSeconds(1));
        check();
        check();
        clock.pass(Duration.ofDays(3));
        check();
        assertThat(notes(feedback))
                .singleElement()
                .satisfies(note -> assertThat(note.fields())
                        .containsOnly(
                                Map.entry("overdueTask", "Tell the result"),
                                Map.entry("dueAt", DUE.toString()),
                                Map.entry("holder", List.of(CLERK)),
                                Map.entry("notified", List.of(SUPERVISOR))));
        assertThat(messages.of(id(feedback))).singleElement().satisfies(message -> {
            assertThat(message.group()).isEqualTo(SUPERVISOR);
            assertThat(message.text())
                    .contains("Tell the result", feedback.getBusinessKey(), "3 March 2026", "with: Customer service.");
        });
        // It takes nothing over.
        assertThat(task(feedback)).hasCandidateGroup(CLERK).isNotAssigned();
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(feedback.getId())
                        .count())
                .isZero();
    }

    @Test
    void saysWhoHasTakenTheOverdueTask() {
        ProcessInstance feedback = handled();
        taskService().claim(task(feedback).getId(), CLERK);
        overdue();
        assertThat(notes(feedback))
                .singleElement()
                .satisfies(note -> assertThat(note.fields())
                        .containsEntry("holder", List.of(CLERK))
                        .containsEntry("notified", List.of(SUPERVISOR)));
        assertThat(messages.of(id(feedback)).get(0).text()).contains("with: %s.".formatted(person(CLERK)));
        assertThat(task(feedback)).isAssignedTo(CLERK);
    }

    @Test
    void tellsAgainWhenTheTaskIsDueAgain() {
        ProcessInstance feedback = handled();
        overdue();
        Task again = task(feedback);
        again.setDueDate(java.util.Date.from(DUE.plusSeconds(60)));
        taskService().saveTask(again);
        check();
        assertThat(notes(feedback)).hasSize(1);
        clock.set(DUE.plusSeconds(61));
        check();
        check();
        assertThat(notes(feedback)).hasSize(2);
    }

    @Test
    void tellsNobodyOfATaskThatIsDoneOrOfACaseThatIsClosed() {
        ProcessInstance done = handled();
        taskService().complete(task(done).getId());
        ProcessInstance closed = handled();
        complaints.close(id(closed), clock.instant());
        overdue();
        assertThat(notes(done)).isEmpty();
        assertThat(notes(closed)).isEmpty();
    }

    @Test
    void leavesATaskWithADeadlineOfItsOwnToItsTimer() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        clock.pass(Duration.ofDays(7));
        check();
        assertThat(notes(complaint))
                .extracting(note -> note.fields().get("overdueTask"))
                .doesNotContain("Confirm the record");
    }

    @Test
    void leavesAnEscalationToTheTimersOnItsBorder() {
        ProcessInstance escalation = passedUp();
        clock.pass(Duration.ofDays(7));
        check();
        assertThat(notes(escalation))
                .extracting(note -> note.fields().get("overdueTask"))
                .contains("Write the report")
                .doesNotContain("Take up the escalation");
    }

    @Test
    void doesNotTellThatWhatWasToldIsNotRead() {
        ProcessInstance feedback = handled();
        overdue();
        clock.pass(Duration.ofDays(30));
        check();
        assertThat(messages.of(id(feedback))).extracting(Message::group).containsExactly(SUPERVISOR);
    }

    @Test
    void tellsTheNextWhereNobodyIsInTheGroupAbove() {
        empty(SUPERVISOR);
        ProcessInstance feedback = handled();
        overdue();
        assertThat(messages.of(id(feedback))).extracting(Message::group).containsExactly(MANAGER);
        assertThat(incidents(feedback, "empty-level"))
                .extracting(Incident::getConfiguration)
                .containsExactly(SUPERVISOR);
    }

    @Test
    void remindsAGroupAboveWhichNobodyStandsEachWorkingDayAndShowsOneIncidentMeanwhile() {
        ProcessInstance feedback = handled();
        String task = task(feedback).getId();
        taskService().deleteCandidateGroup(task, CLERK);
        taskService().addCandidateGroup(task, TOP);
        overdue();
        assertThat(messages.of(id(feedback))).isEmpty();
        assertThat(incidents(feedback, "silent-top-level")).isEmpty();
        List<Instant> openings = List.of(
                Instant.parse("2026-03-04T01:00:00Z"),
                Instant.parse("2026-03-05T01:00:00Z"),
                Instant.parse("2026-03-06T01:00:00Z"),
                // After the weekend.
                Instant.parse("2026-03-09T01:00:00Z"));
        for (Instant opening : openings) {
            clock.set(opening.minusSeconds(1));
            check();
            clock.set(opening);
            check();
            check();
            assertThat(incidents(feedback, "silent-top-level"))
                    .extracting(Incident::getConfiguration)
                    .containsExactly(TOP);
        }
        assertThat(notes(feedback))
                .extracting(note -> note.fields().get("notified"), Entry::submittedAt)
                .containsExactly(
                        tuple(List.of(), DUE.plusSeconds(1)),
                        tuple(List.of(TOP), openings.get(0)),
                        tuple(List.of(TOP), openings.get(1)),
                        tuple(List.of(TOP), openings.get(2)),
                        tuple(List.of(TOP), openings.get(3)));
        assertThat(messages.of(id(feedback))).extracting(Message::group).containsExactly(TOP, TOP, TOP, TOP);
        taskService().complete(task);
        clock.pass(Duration.ofDays(1));
        check();
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .incidentType("silent-top-level")
                        .processInstanceId(feedback.getId())
                        .list())
                .isEmpty();
        assertThat(messages.of(id(feedback))).hasSize(4);
        assertThat(jdbc.sql("select count(*) from overdue_task where task_id = :id")
                        .param("id", task)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void tellsNobodyWhileTheCaseWaitsForTheCustomer() {
        ProcessInstance feedback = handled();
        deadlines.start(id(feedback), "receipt", MONDAY, MONDAY, CLERK);
        deadlines.pause(id(feedback), PauseReason.CUSTOMER, MONDAY.plusSeconds(60), CLERK);
        overdue();
        assertThat(notes(feedback)).isEmpty();
        deadlines.resume(id(feedback), PauseReason.CUSTOMER, clock.instant(), CLERK);
        check();
        assertThat(notes(feedback)).hasSize(1);
    }

    @Test
    void aCaseThatCannotBeSeenToHoldsUpNoOther() {
        ProcessInstance broken = handled();
        ProcessInstance other = handled();
        place(broken, "closed-shop");
        try {
            overdue();
            assertThat(notes(broken)).isEmpty();
            assertThat(notes(other)).hasSize(1);
        } finally {
            place(broken, "office");
        }
        check();
        assertThat(notes(broken)).hasSize(1);
        assertThat(notes(other)).hasSize(1);
    }

    @Test
    void twoNodesTellOnce() {
        ProcessInstance feedback = handled();
        clock.set(DUE.plusSeconds(1));
        AtOnce.all(2, node -> {
            overdueTasks.check();
            return node;
        });
        assertThat(notes(feedback)).hasSize(1);
        assertThat(messages.of(id(feedback))).hasSize(1);
        // Whatever became of the lock, the key lets none tell a second time.
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into overdue_task (task_id, due_at, complaint_id, told_at)
                                values (:task, :due, :complaint, :due)
                                """)
                        .param("task", task(feedback).getId())
                        .param("due", Timestamp.from(DUE))
                        .param("complaint", id(feedback))
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    /** At the office, somebody has to tell its customer the result. */
    private ProcessInstance handled() {
        String number = registered("site", "office");
        complaints.triaged(
                complaints.find(number).orElseThrow().id(), "normal", "simple", "complaint-resolution", CLERK);
        ProcessInstance feedback = feedback(number);
        assertThat(feedback).isWaitingAt("userTask_tellTheResult");
        assertThat(task(feedback).getDueDate()).isEqualTo(DUE);
        return feedback;
    }

    private String registered(String key, Object value) {
        clock.set(MONDAY);
        Map<String, Object> registration = io.redress.testing.Complaints.registration("site", "office");
        registration.put(key, value);
        if (key.equals("injury")) {
            io.redress.testing.Complaints.hurt(registration);
        }
        return desk.start(CLERK, "complaint-handling", registration).getBusinessKey();
    }

    private ProcessInstance feedback(String number) {
        long id = complaints.find(number).orElseThrow().id();
        return FEEDBACK.call(
                number,
                Map.of(
                        "caseId",
                        id,
                        "number",
                        number,
                        "site",
                        "office",
                        "severity",
                        "normal",
                        "ownerGroup",
                        CLERK,
                        "settled",
                        true));
    }

    private void overdue() {
        clock.set(DUE.plusSeconds(1));
        check();
    }

    private List<Entry> notes(ProcessInstance instance) {
        return entries.of(id(instance)).stream()
                .filter(entry -> entry.step().equals("task-overdue"))
                .toList();
    }

    private static List<Incident> incidents(ProcessInstance instance, String type) {
        return runtimeService()
                .createIncidentQuery()
                .processInstanceId(instance.getId())
                .incidentType(type)
                .list();
    }

    private static String person(String login) {
        User user = identityService().createUserQuery().userId(login).singleResult();
        return user.getLastName();
    }

    private void place(ProcessInstance instance, String site) {
        jdbc.sql("update complaint set site = :site where id = :id")
                .param("site", site)
                .param("id", id(instance))
                .update();
    }

    private void empty(String group) {
        List<String> people = identityService().createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
        people.forEach(person -> identityService().deleteMembership(person, group));
        left.put(group, people);
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
        execute(job("serviceTask_reportOverdueTasks", check));
        execute(job("serviceTask_eraseOldInjuryData", check));
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
