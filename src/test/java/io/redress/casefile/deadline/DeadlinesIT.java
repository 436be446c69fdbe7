package io.redress.casefile.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.escalation.Passed;
import io.redress.engine.deadline.DeadlineWatch;
import io.redress.engine.deadline.OverdueTaskWatch;
import io.redress.testing.AtOnce;
import io.redress.testing.CalendarFiles;
import io.redress.testing.Desk;
import io.redress.testing.OneStep;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of deadlines at the edges of the rules, through the diagrams' own timers; time stands until a test moves it. */
@Tag("database")
@RedressServer
@Import({TestClock.class, Desk.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class DeadlinesIT {

    private static final String CLERK = "customer-service";
    private static final String OWNER = "process-owner";
    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");
    /** A Monday. */
    private static final Instant MONDAY = at("2026-06-01T10:00:00+08:00");

    private static final CalendarFiles FILES = new CalendarFiles(
            "sites.yaml", "calendars.yaml", "holidays/cn-2024.yaml", "holidays/cn-2025.yaml", "holidays/cn-2026.yaml");

    @Autowired
    private TestClock time;

    @Autowired
    private Desk desk;

    @Autowired
    private Rest rest;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private CaseRecomputation recomputation;

    @Autowired
    private DueDeadlines dueDeadlines;

    @Autowired
    private DeadlineFormatter words;

    @Autowired
    private DeadlineWatch watch;

    @Autowired
    private OverdueTaskWatch overdueTasks;

    @Autowired
    private Escalation escalation;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CalendarBook calendars;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Entries entries;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    private String instance;
    private Complaint complaint;

    @DynamicPropertySource
    static void calendarsOfItsOwn(DynamicPropertyRegistry registry) {
        registry.add("redress.calendar.location", FILES::location);
    }

    @BeforeAll
    static void oneStep(@Autowired RepositoryService repository) {
        OneStep.deploy(repository);
    }

    @AfterEach
    void giveBackTheTime() {
        time.end();
    }

    // The instant at which it is due.

    @Test
    void whatIsDoneAtTheDueInstantIsDoneInTime() {
        registered("supermarket", MONDAY);
        time.set(deadline("CONFIRMATION").dueAt());
        confirm();
        assertThat(deadline("CONFIRMATION").state()).isEqualTo(DeadlineState.MET);
        assertThat(told()).isEmpty();
    }

    @Test
    void aRecordThatNobodyConfirmsInTimeIsMarkedUnconfirmedUntilSomebodyDoes() {
        registered("supermarket", MONDAY);
        Instant due = deadline("CONFIRMATION").dueAt();
        passTo(due);
        assertThat(words.line(deadline("CONFIRMATION"))).endsWith("the record is unconfirmed");
        time.set(due.plusSeconds(3600));
        confirm();
        assertThat(words.line(deadline("CONFIRMATION"))).doesNotContain("unconfirmed");
    }

    @Test
    void withinTheSecondOfItsBreachAnActIsStillInTime() {
        registered("supermarket", MONDAY);
        Instant due = deadline("CONFIRMATION").dueAt();
        passTo(due);
        assertThat(deadline("CONFIRMATION").state()).isEqualTo(DeadlineState.BREACHED);
        time.set(due.plusMillis(999));
        confirm();
        assertThat(deadline("CONFIRMATION").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void whatIsDoneLateIsABreachOnRecordThoughNobodyNeedsTelling() {
        registered("supermarket", MONDAY);
        Instant due = deadline("CONFIRMATION").dueAt();
        time.set(due.plusSeconds(1));
        confirm();
        assertThat(deadline("CONFIRMATION").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(deadline("CONFIRMATION").endedAt()).isEqualTo(due.plusSeconds(1));
        assertThat(stages("CONFIRMATION")).containsExactly("DUE " + due + " false");
        assertThat(events("CONFIRMATION")).endsWith("met-late by customer-service");
        assertThat(told()).isEmpty();
    }

    @Test
    void nothingMoreHappensToADeadlineThatWasMet() {
        registered("supermarket", MONDAY);
        time.set(MONDAY.plusSeconds(3600));
        deadlines.meet(complaint.id(), "RESOLUTION", time.instant(), CLERK);
        agreed();
        passTo(MONDAY.plusSeconds(100 * 3600));
        assertThat(dueDeadlines.breach(complaint.id(), "RESOLUTION", time.instant()))
                .isEmpty();
        assertThat(told()).extracting("deadline").containsOnly("CONFIRMATION");
    }

    // Pauses.

    @Test
    void aDeadlinePausedOneSecondBeforeItIsDueHasOneSecondLeftWhenItGoesOn() {
        registered("supermarket", MONDAY);
        Instant due = deadline("RESOLUTION").dueAt();
        assertThat(due).isEqualTo(at("2026-06-04T10:00:00+08:00"));
        passTo(at("2026-06-03T16:00:00+08:00"));
        pause(PauseReason.CUSTOMER, due.minusSeconds(1));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.PAUSED);
        assertThat(deadline("RESOLUTION").dueAt()).isNull();

        passTo(due.plusSeconds(10 * 3600));
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("AT_RISK");

        resume(PauseReason.CUSTOMER, due.plusSeconds(10 * 3600));
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(due.plusSeconds(10 * 3600 + 1));
        passTo(due.plusSeconds(10 * 3600 + 1));
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("AT_RISK", "DUE");
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.BREACHED);
    }

    @Test
    void aPauseThatBeginsAtTheDueInstantDoesNotMoveIt() {
        registered("supermarket", MONDAY);
        Instant due = deadline("RESOLUTION").dueAt();
        pause(PauseReason.CUSTOMER, due);
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(due);
        passTo(due.plusSeconds(1));
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("DUE");
    }

    @Test
    void aTargetThatReachesIntoAPauseStandsStillThereThoughTheOldOneWasOverBefore() {
        registered("supermarket", MONDAY);
        Instant due = deadline("RESOLUTION").dueAt();
        passTo(due.plusSeconds(1));
        pause(PauseReason.INSURER, due.plusSeconds(3600));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.BREACHED);
        retarget("RESOLUTION", 75, DeadlineUnit.HOURS, due.plusSeconds(7200));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.PAUSED);
        resume(PauseReason.INSURER, due.plusSeconds(9000));
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(due.plusSeconds(9000 + 7200));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void whatIsResumedOnAHolidayCountsTheWorkingDaysThatAreLeftMakeUpDaysIncluded() {
        registered("office", at("2026-09-28T10:00:00+08:00"));
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(at("2026-10-08T18:00:00+08:00"));
        pause(PauseReason.PAPERS, at("2026-09-29T10:00:00+08:00"));
        resume(PauseReason.PAPERS, at("2026-10-03T12:00:00+08:00"));
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(at("2026-10-10T18:00:00+08:00"));
        assertThat(explanation("RESOLUTION")).contains("National Day").contains("make-up day");
    }

    @Test
    void overlappingPausesForTwoReasonsCountOnce() {
        registered("supermarket", MONDAY);
        Instant due = deadline("RESOLUTION").dueAt();
        pause(PauseReason.CUSTOMER, MONDAY.plusSeconds(3600));
        pause(PauseReason.INSURER, MONDAY.plusSeconds(2 * 3600));
        resume(PauseReason.CUSTOMER, MONDAY.plusSeconds(3 * 3600));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.PAUSED);
        resume(PauseReason.INSURER, MONDAY.plusSeconds(5 * 3600));
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(due.plusSeconds(4 * 3600));
        assertThat(deadline("CONFIRMATION").dueAt()).isEqualTo(MONDAY.plusSeconds(24 * 3600));
    }

    @Test
    void aPauseForTheCustomerEndsAfterThirtyDaysAndTheCaseIsItsOwnersAgain() {
        registered("supermarket", MONDAY);
        Instant from = MONDAY.plusSeconds(3600);
        pause(PauseReason.CUSTOMER, from);
        Instant end = from.plusSeconds(30 * 24 * 3600);
        assertThat(timers()).containsEntry("pauseOver", end);
        passTo(end.minusSeconds(1));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.PAUSED);
        passTo(end);
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(end.plusSeconds(71 * 3600));
        assertThat(told("RESOLUTION"))
                .extracting("stage", "notified")
                .containsExactly(tuple("PAUSE_ENDED", List.of(CLERK)));
    }

    @Test
    void howeverLateTheTimerIsAPauseEndsAfterThirtyDaysToTheSecond() {
        registered("supermarket", MONDAY);
        Instant from = MONDAY.plusSeconds(3600);
        pause(PauseReason.CUSTOMER, from);
        Instant end = from.plusSeconds(30 * 24 * 3600);
        time.set(end.plusSeconds(60 * 3600));
        fire();
        agreed();
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(end.plusSeconds(71 * 3600));
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("PAUSE_ENDED", "AT_RISK");
    }

    @Test
    void whoeverResumesTooLateFindsThePauseEndedAfterThirtyDays() {
        registered("supermarket", MONDAY);
        Instant from = MONDAY.plusSeconds(3600);
        pause(PauseReason.PAPERS, from);
        Instant end = from.plusSeconds(30 * 24 * 3600);
        resume(PauseReason.PAPERS, end.plusSeconds(600));
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(end.plusSeconds(71 * 3600));
    }

    @Test
    void aDeadlineThatIsStartedWhileTheCaseWaitsWaitsToo() {
        registered("supermarket", MONDAY);
        pause(PauseReason.CUSTOMER, MONDAY.plusSeconds(3600));
        jdbc.sql("update complaint set route = 'complaint-resolution' where id = :id")
                .param("id", complaint.id())
                .update();
        time.set(MONDAY.plusSeconds(7200));
        deadlines.start(complaint.id(), "receipt", MONDAY, time.instant(), CLERK);
        assertThat(deadline("FIRST_RESPONSE").state()).isEqualTo(DeadlineState.PAUSED);
        assertThat(deadline("ACKNOWLEDGE").state()).isEqualTo(DeadlineState.RUNNING);
        Instant back = MONDAY.plusSeconds(3600 * 10);
        time.set(back);
        deadlines.resume(complaint.id(), PauseReason.CUSTOMER, back, CLERK);
        assertThat(deadline("FIRST_RESPONSE").dueAt()).isEqualTo(back.plusSeconds(23 * 3600));
    }

    @Test
    void whatCanHappenAgainStartsItsDeadlineAnewAndLeavesOneThatRuns() {
        registered("supermarket", MONDAY);
        deadlines.startAnew(complaint.id(), "failed-try", MONDAY, MONDAY, CLERK);
        assertThat(deadline("NEXT_TRY").dueAt()).isEqualTo(MONDAY.plusSeconds(36 * 3600));
        Instant tuesday = MONDAY.plusSeconds(24 * 3600);
        deadlines.startAnew(complaint.id(), "failed-try", tuesday, tuesday, CLERK);
        assertThat(deadline("NEXT_TRY").startedAt()).isEqualTo(MONDAY);
        deadlines.meet(complaint.id(), "NEXT_TRY", tuesday, CLERK);
        deadlines.startAnew(complaint.id(), "failed-try", tuesday, tuesday, CLERK);
        assertThat(deadline("NEXT_TRY").startedAt()).isEqualTo(tuesday);
        assertThat(deadline("NEXT_TRY").endedAt()).isNull();
    }

    @Test
    void aTargetOfTheCaseAloneHoldsOnlyUntilThePolicyStartsTheDeadlineAgain() {
        registered("supermarket", MONDAY);
        deadlines.startOwn(complaint.id(), "failed-try", new Target(3, DeadlineUnit.DAYS), MONDAY, MONDAY, CLERK);
        assertThat(deadline("NEXT_TRY").dueAt()).isEqualTo(at("2026-06-04T23:59:59+08:00"));
        assertThat(recomputation.recompute(complaint.id(), MONDAY, CLERK, "recomputed"))
                .isEmpty();
        deadlines.meet(complaint.id(), "NEXT_TRY", MONDAY, CLERK);
        deadlines.startAnew(complaint.id(), "failed-try", MONDAY, MONDAY, CLERK);
        assertThat(deadline("NEXT_TRY").dueAt()).isEqualTo(at("2026-06-02T22:00:00+08:00"));
    }

    @Test
    void aPromisedDateIsDueWhenThatDayEnds() {
        registered("supermarket", MONDAY);
        deadlines.startOwn(complaint.id(), "promise-told", LocalDate.of(2026, 6, 3), MONDAY, CLERK);
        assertThat(deadline("PROMISED").dueAt()).isEqualTo(at("2026-06-03T23:59:59+08:00"));
        assertThat(deadline("PROMISED").escalateTo()).isEqualTo("customer-service-manager");
        deadlines.startOwn(complaint.id(), "promise-told", LocalDate.of(2026, 6, 1), MONDAY, CLERK);
        assertThat(deadline("PROMISED").dueAt()).isEqualTo(at("2026-06-01T23:59:59+08:00"));
    }

    @Test
    void aCustomerIsTriedAgainFromTheOpeningOfThatDay() {
        registered("supermarket", MONDAY);
        deadlines.startAnew(complaint.id(), "failed-try", MONDAY, MONDAY, CLERK);
        assertThat(deadlines.schedule(complaint.id()).over("NEXT_TRY")).contains(at("2026-06-02T08:00:00+08:00"));
    }

    @Test
    void whenTheCaseEndsWhatWasBreachedHasEndedToo() {
        registered("supermarket", MONDAY);
        outside("12315, to accept", MONDAY, 2, "hours");
        passTo(MONDAY.plusSeconds(4 * 3600));
        Instant end = time.instant();
        deadlines.cancelAll(complaint.id(), end, CLERK, "closed");
        assertThat(deadline("OUTSIDE").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(deadline("OUTSIDE").endedAt()).isEqualTo(end);
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(timers().values()).containsOnly(NEVER);
    }

    @Test
    void aPauseForTheInsurerLastsUntilHeAnswers() {
        registered("supermarket", MONDAY);
        pause(PauseReason.INSURER, MONDAY.plusSeconds(3600));
        assertThat(timers()).containsEntry("RESOLUTION", NEVER);
    }

    // Targets.

    @Test
    void aTargetShortenedBelowNowIsOverAtOnceAndTheWarningIsRecordedAsSkipped() {
        registered("supermarket", MONDAY);
        retarget("RESOLUTION", 20, DeadlineUnit.HOURS, MONDAY.plusSeconds(30 * 3600));
        assertThat(timers()).containsEntry("RESOLUTION", MONDAY.plusSeconds(30 * 3600 + 1));
        passTo(MONDAY.plusSeconds(30 * 3600 + 1));
        Instant due = MONDAY.plusSeconds(20 * 3600);
        assertThat(told("RESOLUTION"))
                .extracting("stage", "dueAt", "notified")
                .containsExactly(tuple("DUE", due.toString(), List.of("senior-management")));
        assertThat(stages("RESOLUTION")).containsExactlyInAnyOrder("AT_RISK " + due + " false", "DUE " + due + " true");
        assertThat(notes()).extracting(this::groups).containsExactly(List.of("senior-management"));
    }

    @Test
    void aReceiptThatIsFarBackLeavesOnlyTheLastStageToHappen() {
        time.set(MONDAY.plusSeconds(5 * 24 * 3600));
        registered("supermarket", time.instant(), MONDAY);
        passTo(time.instant().plusSeconds(1));
        assertThat(told())
                .extracting("deadline", "stage")
                .containsExactlyInAnyOrder(tuple("CONFIRMATION", "DUE"), tuple("RESOLUTION", "DUE"));
        assertThat(stages("RESOLUTION")).anyMatch(stage -> stage.startsWith("AT_RISK") && stage.endsWith("false"));
    }

    @Test
    void aStageHappensOnceForEachDueInstantAndAgainForAnother() {
        registered("supermarket", MONDAY);
        passTo(MONDAY.plusSeconds(54 * 3600));
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("AT_RISK");
        assertThat(dueDeadlines.near(complaint.id(), time.instant())).isEmpty();

        retarget("RESOLUTION", 60, DeadlineUnit.HOURS, MONDAY.plusSeconds(55 * 3600));
        passTo(MONDAY.plusSeconds(55 * 3600 + 1));
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("AT_RISK", "AT_RISK");
        passTo(MONDAY.plusSeconds(60 * 3600));
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("AT_RISK", "AT_RISK", "DUE");

        retarget("RESOLUTION", 72, DeadlineUnit.HOURS, MONDAY.plusSeconds(61 * 3600));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.RUNNING);
        passTo(MONDAY.plusSeconds(72 * 3600));
        retarget("RESOLUTION", 60, DeadlineUnit.HOURS, MONDAY.plusSeconds(73 * 3600));
        passTo(MONDAY.plusSeconds(80 * 3600));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("AT_RISK", "AT_RISK", "DUE", "DUE");
    }

    @Test
    void whatIsDueInTheSameSecondIsToldWhicheverTimerComesFirst() {
        registered("supermarket", MONDAY);
        Instant due = deadline("CONFIRMATION").dueAt();
        outside("12315", MONDAY, 24, "hours");
        time.set(due);
        // It finds the record unconfirmed, which was begun first.
        management.executeJob(timer("event_outsideDeadlineOverdue").getId());
        agreed();
        passTo(due.plusSeconds(1));
        assertThat(told())
                .filteredOn("stage", "DUE")
                .extracting("deadline")
                .containsExactlyInAnyOrder("CONFIRMATION", "12315");
    }

    @Test
    void whatIsDueAtOnceIsToldOnceThoughSeveralNodesFireItAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 10; round++) {
                registered("supermarket", MONDAY);
                outside("12315", MONDAY, 24, "hours");
                outside("bank", MONDAY, 24, "hours");
                retarget("RESOLUTION", 24, DeadlineUnit.HOURS, MONDAY.plusSeconds(60));
                Instant due = MONDAY.plusSeconds(24 * 3600);
                passTo(due.minusSeconds(1));
                time.set(due);
                List<Future<?>> fired = new ArrayList<>();
                for (String event : List.of(
                        "event_outsideDeadlineOverdue", "event_resolutionOverdue", "event_confirmationOverdue")) {
                    String job = timer(event).getId();
                    fired.add(nodes.submit(() -> management.executeJob(job)));
                }
                for (Future<?> one : fired) {
                    try {
                        one.get(20, TimeUnit.SECONDS);
                    } catch (ExecutionException e) {
                        // Another node was first, as the engine says; the job runs again.
                        assertThat(e.getCause())
                                .isInstanceOfAny(
                                        OptimisticLockingException.class,
                                        ProcessEngineException.class,
                                        ConcurrencyFailureException.class);
                    }
                }
                for (int second = 0; second < 4; second++) {
                    time.set(due.plusSeconds(second));
                    fire();
                }
                assertThat(told())
                        .filteredOn("stage", "DUE")
                        .extracting("deadline")
                        .containsExactlyInAnyOrder("CONFIRMATION", "12315", "bank", "RESOLUTION");
                assertThat(notes()).hasSize(2);
                agreed();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void aTimerThatFailedRunsAgainAndTellsOnce() {
        registered("supermarket", MONDAY);
        outside("12315", MONDAY, 80, "hours");
        passTo(deadline("RESOLUTION").dueAt().minusSeconds(1));
        time.set(deadline("RESOLUTION").dueAt());
        place(complaint, "closed-shop");
        try {
            Job job = timer("event_resolutionOverdue");
            assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
            assertThat(told("RESOLUTION")).extracting("stage").containsExactly("AT_RISK");
        } finally {
            place(complaint, "supermarket");
        }
        // Whatever else happens to the case meanwhile.
        deadlines.pause(complaint.id(), PauseReason.CUSTOMER, time.instant(), CLERK);
        deadlines.resume(complaint.id(), PauseReason.CUSTOMER, time.instant().plusSeconds(1), CLERK);
        for (int second = 0; second < 4; second++) {
            time.set(time.instant().plusSeconds(60));
            fire();
        }
        assertThat(told("RESOLUTION")).filteredOn("stage", "DUE").hasSize(1);
        assertThat(notes()).hasSize(1);
        assertThat(timer("event_resolutionOverdue").getDuedate()).isEqualTo(Date.from(NEVER));
        agreed();
    }

    // What everybody sees.

    @Test
    void theCardIsMarkedAtRiskThenOverdueAndNoMoreWhenThereIsTimeAgain() {
        registered("supermarket", MONDAY);
        deadlines.cancelAll(complaint.id(), time.instant(), CLERK, "only the deadline of an authority is looked at");
        outside("12315", MONDAY, 100, "hours");
        assertThat(mark()).isEmpty();
        passTo(MONDAY.plusSeconds(75 * 3600));
        assertThat(mark()).contains("At risk");
        passTo(MONDAY.plusSeconds(100 * 3600));
        assertThat(mark()).contains("Overdue");
        time.set(MONDAY.plusSeconds(101 * 3600));
        deadlines.retarget(
                complaint.id(),
                Deadline.OUTSIDE,
                "12315",
                new Target(30, DeadlineUnit.DAYS),
                time.instant(),
                CLERK,
                "extended");
        agreed();
        assertThat(mark().orElse("")).isEmpty();
    }

    @Test
    void aTimerWhoseDeadlineTheCaseLacksIsFarAway() {
        registered("factory", MONDAY);
        assertThat(timers())
                .containsEntry("OUTSIDE", NEVER)
                .containsEntry("CONFIRMATION", MONDAY.plusSeconds(24 * 3600))
                .containsEntry("near", MONDAY.plusSeconds(18 * 3600));
    }

    @Test
    void theStrictestNextDeadlineLeadsAnAuthoritysAmongThem() {
        registered("supermarket", MONDAY);
        assertThat(deadlines.leading(complaint.id())).get().extracting("kind").isEqualTo("CONFIRMATION");
        outside("12315, to accept", MONDAY.minusSeconds(3600), 20, "hours");
        assertThat(deadlines.leading(complaint.id())).get().extracting("name").isEqualTo("12315, to accept");
        outside("12315, to conclude", MONDAY, 45, "working-days");
        assertThat(deadlines.leading(complaint.id())).get().extracting("name").isEqualTo("12315, to accept");
        assertThat(timers()).containsEntry("near", MONDAY.plusSeconds(14 * 3600));
        passTo(MONDAY.plusSeconds(19 * 3600));
        assertThat(told("12315, to accept")).extracting("stage").containsExactly("AT_RISK", "DUE");
        assertThat(notes()).extracting(this::groups).containsExactly(List.of("customer-service-manager"));
        assertThat(deadlines.leading(complaint.id())).get().extracting("kind").isEqualTo("CONFIRMATION");
    }

    @Test
    void aReceiptHoldThatEndsOnAHolidayEndsWithTheNextWorkingDay() {
        registered("office", at("2026-09-16T10:00:00+08:00"));
        deadlines.start(complaint.id(), "loss-declared", at("2026-09-16T10:00:00+08:00"), time.instant(), CLERK);
        assertThat(deadline("RECEIPT_HOLD").dueAt()).isEqualTo(at("2026-10-08T23:59:59+08:00"));
    }

    // Escalation.

    @Test
    void anEmptyLevelFallsToTheNextAndLeavesAnIncident() {
        registered("supermarket", MONDAY);
        outside("12315", MONDAY, 20, "hours");
        List<String> members = List.of("customer-service-manager", "demo");
        members.forEach(member -> identities.deleteMembership(member, "customer-service-manager"));
        try {
            passTo(MONDAY.plusSeconds(20 * 3600));
        } finally {
            members.forEach(member -> identities.createMembership(member, "customer-service-manager"));
        }
        assertThat(notes()).extracting(this::groups).containsExactly(List.of("general-manager-office"));
        assertThat(told("12315")).extracting("notified").contains(List.of("general-manager-office"));
        assertThat(incidents("empty-level"))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains("customer-service-manager"));
    }

    @Test
    void whoOnlyTakesNoteOfABreachIsNotTakenForTheOwner() {
        registered("supermarket", MONDAY);
        outside("12315", MONDAY, 20, "hours");
        passTo(MONDAY.plusSeconds(20 * 3600));
        passTo(MONDAY.plusSeconds(54 * 3600));
        assertThat(told("RESOLUTION"))
                .extracting("stage", "notified")
                .containsExactly(tuple("AT_RISK", List.of(CLERK)));
    }

    // Years that are missing.

    @Test
    void aDeadlineThatNeedsAMissingYearIsAnIncidentUntilTheYearIsLoaded() {
        registered("office", at("2026-12-30T10:00:00+08:00"));
        assertThat(deadline("RESOLUTION").dueAt()).isNull();
        assertThat(deadline("RESOLUTION").notComputable()).contains("2027");
        assertThat(incidents("deadline-not-computable"))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains("2027"));
        outside("12315", at("2026-12-30T10:00:00+08:00"), 30, "working-days");
        assertThat(incidents("deadline-not-computable")).hasSize(2);

        FILES.write("holidays/cn-2027.yaml", """
                country: cn
                year: 2027
                source: { title: Made up for a test, number: "0", date: 2026-11-01 }
                closed:
                  - name: { en: New Year’s Day, zh: 元旦 }
                    from: 2027-01-01
                make-up-days: []
                """);
        try {
            Rest.Answer moves = rest.post(OWNER, "/api/calendars/reload", "");
            assertThat(moves.status()).isEqualTo(200);
            assertThat(moves.body().findValuesAsText("name")).contains("RESOLUTION", "12315");
            assertThat(deadline("RESOLUTION").dueAt()).isNull();
            assertThat(rest.post(OWNER, "/api/deadlines/changes", "").status()).isEqualTo(200);
            agreed();
            assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(at("2027-01-05T18:00:00+08:00"));
            assertThat(deadline("RESOLUTION").notComputable()).isNull();
            assertThat(incidents("deadline-not-computable")).isEmpty();
        } finally {
            FILES.delete("holidays/cn-2027.yaml");
            calendars.reload();
        }
    }

    @Test
    void whatAProvisionalYearGivesIsMarkedEverywhereUntilTheNoticeTakesItsPlace() {
        String year = """
                country: cn
                year: 2027
                source: { title: Made up for a test, number: "0", date: 2026-11-01 }
                closed:
                  - name: { en: New Year’s Day, zh: 元旦 }
                    from: 2027-01-01
                make-up-days: [%s]
                """;
        FILES.write("holidays/cn-2027.yaml", year.formatted("") + "provisional: true");
        try {
            calendars.reload();
            registered("office", at("2026-12-30T10:00:00+08:00"));
            assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(at("2027-01-05T18:00:00+08:00"));
            assertThat(deadline("RESOLUTION").provisional()).isTrue();
            assertThat(words.line(deadline("RESOLUTION"))).endsWith("due Tue 5 Jan 2027 18:00 (provisional)");
            assertThat(words.explain(deadline("RESOLUTION"))).last().asString().startsWith("Provisional: ");
            assertThat(deadline("CONFIRMATION").provisional())
                    .as("elapsed hours")
                    .isFalse();
            assertThat(shown("RESOLUTION").path("provisional").asBoolean()).isTrue();
            assertThat(shown("CONFIRMATION").path("provisional").asBoolean()).isFalse();
            assertThat(rest.get(CLERK, "/cases/" + complaint.number()).body().asText())
                    .contains("5 Jan 2027 18:00 (provisional)");
            String question = "site=office&unit=working-days&amount=1&start=2027-03-01T10:00";
            assertThat(preview(question + ":00%2B08:00")
                            .body()
                            .path("provisional")
                            .asBoolean())
                    .isTrue();
            assertThat(rest.get(OWNER, "/calculator?" + question).body().asText())
                    .contains("<p id=\"due\">Tue 2 Mar 2027 18:00:00 (provisional)</p>");

            FILES.write("holidays/cn-2027.yaml", year.formatted("2027-01-03"));
            Rest.Answer moves = rest.post(OWNER, "/api/calendars/reload", "");
            assertThat(moves.body().findValuesAsText("name")).contains("RESOLUTION");
            assertThat(deadline("RESOLUTION").provisional())
                    .as("until it is moved")
                    .isTrue();
            assertThat(rest.post(OWNER, "/api/deadlines/changes", "").status()).isEqualTo(200);
            agreed();
            assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(at("2027-01-04T18:00:00+08:00"));
            assertThat(deadline("RESOLUTION").provisional()).isFalse();
            assertThat(words.line(deadline("RESOLUTION"))).endsWith("due Mon 4 Jan 2027 18:00");
        } finally {
            FILES.delete("holidays/cn-2027.yaml");
            calendars.reload();
        }
    }

    @Test
    void aBreachIsRecordedAndTakenNoteOfThoughItsTaskCanHaveNoDueDate() {
        registered("office", at("2026-12-28T10:00:00+08:00"));
        passTo(at("2026-12-31T18:00:00+08:00"));
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(notes())
                .singleElement()
                .satisfies(task -> assertThat(task.getDueDate()).isNull());
    }

    // Changes of policy and calendar.

    @Test
    void aChangedPolicyIsShownFirstThenAppliedAndLogged() {
        registered("supermarket", MONDAY);
        Instant due = deadline("RESOLUTION").dueAt();
        deploy(OneStep.policy().replaceFirst("(rule_RESOLUTION_supermarket_amount\">\\s*<text>)72", "$148"));
        try {
            JsonNode shown = move(rest.get(OWNER, "/api/deadlines/changes"));
            assertThat(shown.path("name").asText()).isEqualTo("RESOLUTION");
            assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(due);
            assertThat(timers()).containsEntry("RESOLUTION", due);

            assertThat(move(rest.post(OWNER, "/api/deadlines/changes", ""))).isNotNull();
            agreed();
            assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(MONDAY.plusSeconds(48 * 3600));
            assertThat(events("RESOLUTION")).endsWith("changed by process-owner");
            assertThat(move(rest.get(OWNER, "/api/deadlines/changes"))).isNull();
        } finally {
            deploy(OneStep.policy());
        }
    }

    @Test
    void whoIsToldByAChangedPolicyIsToldThoughNoDueInstantMoves() {
        registered("supermarket", MONDAY);
        deploy(OneStep.policy()
                .replaceFirst(
                        "(rule_RESOLUTION_supermarket_escalateTo\">\\s*<text>)\"senior-management\"",
                        "$1\"store-manager\""));
        try {
            assertThat(rest.post(OWNER, "/api/deadlines/changes", "").status()).isEqualTo(200);
            passTo(MONDAY.plusSeconds(72 * 3600));
            assertThat(notes()).extracting(this::groups).containsExactly(List.of("store-manager"));
        } finally {
            deploy(OneStep.policy());
        }
    }

    @Test
    void aCalendarFileThatIsWrongIsRefusedInWordsAndTheOldCalendarStays() {
        Calendars before = new Calendars(calendars);
        try {
            FILES.write("calendars.yaml", "office:\n  zone: \"Asia/Shanghai\n  hours: daily");
            assertThat(refusedReload()).contains("calendars.yaml").contains("cannot be read");
            FILES.replace("calendars.yaml", "Mon-Fri: 09:00-12:00, 13:30-18:00", "Mon-Fri: 09:00-14:00, 13:30-18:00");
            assertThat(refusedReload())
                    .contains("office")
                    .contains("09:00-14:00")
                    .contains("overlap");
            FILES.restore("calendars.yaml");
            FILES.replace("holidays/cn-2026.yaml", "- 2026-01-04", "- 2026-01-02");
            assertThat(refusedReload()).contains("cn-2026.yaml").contains("2026-01-02 is both a holiday");
            assertThat(before.stillInForce()).isTrue();
            assertThat(preview("site=office&start=2026-06-01T10:00:00%2B08:00&unit=working-days&amount=1")
                            .status())
                    .isEqualTo(200);
        } finally {
            FILES.restore("calendars.yaml");
            FILES.restore("holidays/cn-2026.yaml");
        }
        assertThat(rest.post(OWNER, "/api/calendars/reload", "").status()).isEqualTo(200);
        assertThat(before.stillInForce()).isFalse();
    }

    private record Calendars(io.redress.calendar.Calendars inForce, CalendarBook book) {
        Calendars(CalendarBook book) {
            this(book.inForce(), book);
        }

        boolean stillInForce() {
            return book.inForce() == inForce;
        }
    }

    private String refusedReload() {
        Rest.Answer answer = rest.post(OWNER, "/api/calendars/reload", "");
        assertThat(answer.status()).isEqualTo(400);
        return answer.message();
    }

    // The watchdog.

    @Test
    void theWatchdogFiresADeadlineWhoseTimerIsLost() {
        registered("supermarket", MONDAY);
        Job timer = management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("event_resolutionOverdue")
                .singleResult();
        management.deleteJob(timer.getId());
        Instant due = deadline("RESOLUTION").dueAt();
        time.set(due.plusSeconds(301));
        fire();
        watch.check();
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("DUE");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(complaint.number())
                        .taskDefinitionKey("userTask_takeUpTheEscalation")
                        .taskCandidateGroup("senior-management")
                        .count())
                .isEqualTo(1);
        assertThat(watched("deadlinesWithoutTimer"))
                .contains(deadline("RESOLUTION").id());
        watch.check();
        assertThat(told("RESOLUTION")).hasSize(1);
    }

    @Test
    void aCaseThatTheWatchdogCannotSeeToHoldsUpNoOther() {
        registered("supermarket", MONDAY);
        Complaint broken = complaint;
        management.deleteJob(timer("event_resolutionOverdue").getId());
        time.set(deadline("RESOLUTION").dueAt());
        fire();
        registered("supermarket", MONDAY);
        management.deleteJob(timer("event_resolutionOverdue").getId());
        time.set(deadline("RESOLUTION").dueAt().plusSeconds(301));
        fire();
        place(broken, "closed-shop");
        try {
            watch.check();
            assertThat(told("RESOLUTION")).extracting("stage").containsExactly("DUE");
            assertThat(watched("casesNotSeenTo")).contains(broken.id()).doesNotContain(complaint.id());
        } finally {
            place(broken, "supermarket");
        }
        complaint = broken;
        assertThat(told("RESOLUTION")).isEmpty();
        watch.check();
        assertThat(told("RESOLUTION")).extracting("stage").containsExactly("DUE");
    }

    @Test
    void whatWasAskedForAndHeardByNoDiagramIsPassedUpByTheWatchdogOnce() {
        registered("supermarket", MONDAY);
        escalation.ask(complaint.id(), "third-reopening", MONDAY);
        time.set(MONDAY.plusSeconds(299));
        watch.check();
        assertThat(notes()).isEmpty();
        time.set(MONDAY.plusSeconds(301));
        watch.check();
        watch.check();
        assertThat(notes()).extracting(this::groups).containsExactly(List.of("senior-management"));
    }

    @Test
    void twoThingsThatAreTakenAtTheSameMomentAreBothPassedUp() throws Exception {
        registered("supermarket", MONDAY);
        escalation.ask(complaint.id(), "third-reopening", MONDAY);
        escalation.ask(complaint.id(), "large-case", MONDAY);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Passed> second = transaction.execute(status -> {
                assertThat(escalation.next(complaint.id(), MONDAY).reason()).isEqualTo("third-reopening");
                Future<Passed> waiting = other.submit(() -> escalation.next(complaint.id(), MONDAY));
                // It has read the same, and waits for this one to end.
                assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return waiting;
            });
            assertThat(second.get(20, TimeUnit.SECONDS).reason()).isEqualTo("large-case");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void twoNodesTellOfAnOverdueTaskOnce() {
        registered("supermarket", MONDAY);
        Map<String, Object> started = Map.of(
                "caseId", complaint.id(), "number", complaint.number(), "site", complaint.site(), "severity", "normal");
        Map<String, Object> variables = new HashMap<>(started);
        variables.putAll(Map.of("ownerGroup", "senior-management", "settled", true));
        runtime.startProcessInstanceByKey("customer-feedback", complaint.number(), variables);
        // A working day of the supermarket, which closes at ten in the evening; then the opening of the next, and of
        // the one after.
        Instant due = at("2026-06-02T22:00:00+08:00");
        List<Instant> looks =
                List.of(due.plusSeconds(1), at("2026-06-03T08:00:00+08:00"), at("2026-06-04T08:00:00+08:00"));
        for (Instant look : looks) {
            time.set(look);
            AtOnce.all(2, node -> {
                overdueTasks.check();
                return node;
            });
        }
        assertThat(entries.of(complaint.id()))
                .filteredOn(entry -> entry.step().equals("task-overdue")
                        && "Tell the result".equals(entry.fields().get("overdueTask")))
                .extracting(entry -> entry.fields().get("notified"), Entry::submittedAt)
                .containsExactly(
                        tuple(List.of(), looks.get(0)),
                        tuple(List.of("senior-management"), looks.get(1)),
                        tuple(List.of("senior-management"), looks.get(2)));
        assertThat(runtime.createIncidentQuery()
                        .incidentType("silent-top-level")
                        .list())
                .filteredOn(incident -> incident.getIncidentMessage().contains("Tell the result"))
                .hasSize(1);
    }

    @Test
    void theWatchdogEndsAPauseWhoseTimerIsLost() {
        registered("supermarket", MONDAY);
        Instant from = MONDAY.plusSeconds(3600);
        pause(PauseReason.CUSTOMER, from);
        management.deleteJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("startEvent_pauseOver")
                .singleResult()
                .getId());
        Instant end = from.plusSeconds(30 * 24 * 3600);
        time.set(end.plusSeconds(299));
        watch.check();
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.PAUSED);
        time.set(end.plusSeconds(301));
        watch.check();
        assertThat(deadline("RESOLUTION").state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(deadline("RESOLUTION").dueAt()).isEqualTo(end.plusSeconds(71 * 3600));
        assertThat(watched("deadlinesWithoutTimer"))
                .contains(deadline("RESOLUTION").id());
    }

    @Test
    void theWatchdogReportsATimerThatHoldsNoDeadline() {
        registered("supermarket", MONDAY);
        deadlines.cancelAll(complaint.id(), time.instant(), CLERK, "withdrawn");
        Job timer = management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("event_resolutionOverdue")
                .singleResult();
        management.setJobDuedate(timer.getId(), Date.from(MONDAY.plusSeconds(3600)));
        watch.check();
        assertThat(watchedText("timersWithoutDeadline")).contains(timer.getId());
    }

    // The calculator.

    @Test
    void thePreviewAnswersWithTheDueInstantAndItsExplanationOnly() {
        Rest.Answer answer = preview("site=office&start=2026-11-21T10:00:00%2B08:00&unit=working-days&amount=3");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().fieldNames()).toIterable().containsExactly("due", "provisional", "explanation");
        assertThat(answer.body().path("due").asText()).isEqualTo("2026-11-25T18:00:00+08:00");
        assertThat(answer.body().path("explanation")).isNotEmpty().allMatch(JsonNode::isTextual);
    }

    @Test
    void thePreviewLeavesOutEachPauseAndReadsAnyOffset() {
        String asked = "site=supermarket&start=2026-06-01T02:00:00Z&unit=hours&amount=10";
        assertThat(due(asked)).isEqualTo("2026-06-01T20:00:00+08:00");
        assertThat(due(asked + "&pause=2026-06-01T12:00:00%2B08:00/2026-06-01T13:00:00%2B08:00"
                        + "&pause=2026-06-01T12:30:00%2B08:00/2026-06-01T05:30:00Z"))
                .isEqualTo("2026-06-01T21:30:00+08:00");
    }

    @Test
    void aPlusSignThatWasNotEncodedIsUnderstood() {
        assertThat(due("site=supermarket&start=2026-06-01T10:00:00+08:00&unit=minutes&amount=90"
                        + "&pause=2026-06-01T10:00:00+08:00/2026-06-01T11:00:00+08:00"))
                .isEqualTo("2026-06-01T12:30:00+08:00");
    }

    @Test
    void thePreviewSpeaksTheLanguageAskedFor() {
        String asked = "site=office&start=2026-09-30T10:00:00%2B08:00&unit=working-days&amount=1&language=";
        assertThat(preview(asked + "zh").body().path("explanation").toString()).contains("国庆节");
        assertThat(preview(asked + "en").body().path("explanation").toString()).contains("National Day");
        assertThat(preview(asked + "fr").status()).isEqualTo(400);
    }

    @Test
    void whatCannotBeComputedIsRefusedInASentence() {
        String start = "&start=2026-06-01T10:00:00%2B08:00";
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("site=nowhere&unit=days&amount=1" + start, "site");
        refused.put("unit=days&amount=1" + start, "site");
        refused.put("site=office&unit=weeks&amount=1" + start, "unit");
        refused.put("site=office&amount=1" + start, "unit");
        refused.put("site=office&unit=days" + start, "whole number");
        refused.put("site=office&unit=days&amount=0" + start, "whole number");
        refused.put("site=office&unit=days&amount=-1" + start, "whole number");
        refused.put("site=office&unit=days&amount=1.5" + start, "whole number");
        refused.put("site=office&unit=days&amount=1", "start");
        refused.put("site=office&unit=days&amount=1&start=2026-06-01T10:00:00", "offset");
        refused.put("site=office&unit=days&amount=1&start=yesterday", "offset");
        refused.put("site=office&unit=days&amount=1&start=2026-02-30T10:00:00Z", "offset");
        refused.put("site=office&unit=days&amount=1&pause=2026-06-01T10:00:00Z" + start, "FROM/TO");
        refused.put("site=office&unit=days&amount=1&pause=2026-06-01T10:00:00Z/" + start, "offset");
        refused.put("site=office&unit=days&amount=1&pause=2026-06-02T10:00:00Z/2026-06-01T10:00:00Z" + start, "after");
        refused.put("site=office&unit=working-days&amount=300" + start, "2027");
        refused.put("site=office&unit=days&amount=999999999" + start, "2999");
        refused.forEach((question, word) -> {
            Rest.Answer answer = preview(question);
            assertThat(answer.status()).as(question).isEqualTo(400);
            assertThat(answer.message()).as(question).contains(word).endsWith(".");
        });
    }

    @Test
    void theCalculatorIsForOwnersAndAdministrators() {
        String question = "/api/deadlines/preview?site=office&start=2026-06-01T10:00:00Z&unit=days&amount=1";
        assertThat(rest.get(null, question).status()).isEqualTo(401);
        assertThat(rest.get(CLERK, question).status()).isEqualTo(403);
        assertThat(rest.get(OWNER, question).status()).isEqualTo(200);
        assertThat(rest.get("admin", question).status()).isEqualTo(200);
        for (String path : List.of("/api/deadlines/changes", "/calculator")) {
            assertThat(rest.get(null, path).status()).isEqualTo(401);
            assertThat(rest.get(CLERK, path).status()).isEqualTo(403);
            assertThat(rest.get(OWNER, path).status()).isEqualTo(200);
        }
        assertThat(rest.post(CLERK, "/api/calendars/reload", "").status()).isEqualTo(403);
    }

    @Test
    void theCalculatorsPageAnswersAtTheSitesTimeAndWarnsOfAMissingYear() {
        time.set(at("2026-12-01T10:00:00+08:00"));
        String page = rest.get(
                        OWNER,
                        "/calculator?site=office&start=2026-11-21T10:00&amount=3&unit=working-days"
                                + "&pauseFrom=2026-11-23T17:00&pauseTo=2026-11-23T19:00")
                .body()
                .asText();
        assertThat(page).contains("<p id=\"due\">Thu 26 Nov 2026 18:00:00</p>").contains("2027");
        assertThat(rest.get(OWNER, "/calculator?site=office&start=now").body().asText())
                .contains("id=\"refusal\"");
        assertThat(rest.get(OWNER, "/calculator").body().asText()).contains("value=\"2026-12-01T10:00\"");
    }

    private Rest.Answer preview(String question) {
        return rest.get(OWNER, "/api/deadlines/preview?" + question);
    }

    private String due(String question) {
        return preview(question).body().path("due").asText();
    }

    // What happens to a case; after each of it, everybody sees the same.

    private void registered(String site, Instant received) {
        time.set(received);
        registered(site, received, null);
    }

    private void registered(String site, Instant now, Instant received) {
        Map<String, Object> form = io.redress.testing.Complaints.registration("site", site);
        form.put("receivedAt", received == null ? null : received.toString());
        ProcessInstance started = desk.start(CLERK, "complaint-handling", form);
        instance = started.getId();
        complaint = complaints.find(started.getBusinessKey()).orElseThrow();
        messages(instance);
        assertThat(time.instant()).isEqualTo(now);
        agreed();
    }

    private void outside(String name, Instant start, int amount, String unit) {
        Map<String, Object> form = new HashMap<>();
        form.put("number", complaint.number());
        form.put("addition", "outside-deadline");
        form.put("deadlineName", name);
        form.put("deadlineStartsAt", start.toString());
        form.put("deadlineAmount", amount);
        form.put("deadlineUnit", unit);
        messages(desk.start(CLERK, "case-addition", form).getId());
        agreed();
    }

    private void confirm() {
        Task confirm = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_confirmTheRecord")
                .singleResult();
        desk.submit(CLERK, confirm, io.redress.testing.Complaints.confirmation());
        messages(instance);
    }

    private void pause(PauseReason reason, Instant now) {
        time.set(now);
        deadlines.pause(complaint.id(), reason, now, CLERK);
        agreed();
    }

    private void resume(PauseReason reason, Instant now) {
        time.set(now);
        deadlines.resume(complaint.id(), reason, now, CLERK);
        agreed();
    }

    private void retarget(String kind, int amount, DeadlineUnit unit, Instant now) {
        time.set(now);
        deadlines.retarget(complaint.id(), kind, kind, new Target(amount, unit), now, CLERK, "another kind of case");
        agreed();
    }

    private void deploy(String policy) {
        repository.createDeployment().addString("deadline-policy.dmn", policy).deploy();
    }

    private void messages(String process) {
        management
                .createJobQuery()
                .processInstanceId(process)
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** Time goes on to then; each timer fires when it is due. */
    private void passTo(Instant then) {
        while (true) {
            Optional<Instant> next =
                    timers().values().stream().filter(due -> !due.isAfter(then)).min(Instant::compareTo);
            if (next.isEmpty()) {
                break;
            }
            time.set(next.get());
            fire();
            agreed();
        }
        time.set(then);
    }

    private void fire() {
        management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .executable()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private void place(Complaint moved, String site) {
        jdbc.sql("update complaint set site = :site where id = :id")
                .param("site", site)
                .param("id", moved.id())
                .update();
    }

    private Job timer(String event) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(event)
                .singleResult();
    }

    /** Clock, timer and task say the same. */
    private void agreed() {
        List<Deadline> all = deadlines.of(complaint.id());
        Map<String, Instant> timers = timers();
        assertThat(timers).containsOnlyKeys("CONFIRMATION", "RESOLUTION", "OUTSIDE", "near", "pauseOver");
        timers.forEach((asked, due) -> assertThat(due)
                .as(asked + " of " + all)
                .isEqualTo(all.stream()
                        .filter(deadline -> deadline.endedAt() == null)
                        .flatMap(deadline -> next(asked, deadline).stream())
                        .map(next -> next.isAfter(time.instant())
                                ? next
                                : time.instant().plusSeconds(1))
                        .min(Instant::compareTo)
                        .orElse(NEVER)));
        Task confirm = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_confirmTheRecord")
                .singleResult();
        assertThat(confirm.getDueDate())
                .isEqualTo(Date.from(deadline("CONFIRMATION").dueAt()));
    }

    private Optional<Instant> next(String asked, Deadline deadline) {
        boolean runs = deadline.state() == DeadlineState.RUNNING && deadline.dueAt() != null;
        return switch (asked) {
            case "near" ->
                Optional.ofNullable(deadline.atRiskAt())
                        .filter(atRisk -> runs && deadline.dueAt().isAfter(time.instant()))
                        .filter(atRisk -> stages(deadline.kind()).stream()
                                .noneMatch(stage -> stage.startsWith("AT_RISK " + deadline.dueAt())));
            case "pauseOver" ->
                deadline.pauses().stream()
                        .filter(pause -> pause.to() == null && pause.reason().endsByItself())
                        .map(pause -> pause.from().plusSeconds(30 * 24 * 3600))
                        .min(Instant::compareTo);
            default ->
                Optional.ofNullable(deadline.dueAt())
                        .filter(due -> runs && deadline.kind().equals(asked));
        };
    }

    // What is to be seen.

    /** By what they wait for: {@code near}, {@code pauseOver}, or the kind of the deadline that becomes overdue. */
    private Map<String, Instant> timers() {
        Map<String, Instant> timers = new HashMap<>();
        jdbc.sql("""
                        select definition.job_configuration_ as asked, job.duedate_ as due from act_ru_job job
                          join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                        where job.process_instance_id_ = :instance and definition.job_configuration_ like '%deadlines.%'
                        """).param("instance", instance).query(row -> {
            String asked = row.getString("asked");
            timers.put(
                    asked.replaceFirst(".*deadlines\\.(\\w+)\\(execution\\).*|.*'(\\w+)'.*", "$1$2"),
                    row.getTimestamp("due").toInstant());
        });
        return timers;
    }

    private Deadline deadline(String kind) {
        return deadlines.of(complaint.id()).stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> told() {
        return entries.of(complaint.id()).stream()
                .filter(entry -> entry.step().equals("deadline"))
                .map(Entry::fields)
                .toList();
    }

    private List<Map<String, Object>> told(String deadline) {
        return told().stream()
                .filter(fields -> fields.get("deadline").equals(deadline))
                .toList();
    }

    private List<String> stages(String kind) {
        return jdbc.sql("""
                        select stage, deadline_stage.due_at as due, fired from deadline_stage
                          join deadline on deadline.id = deadline_stage.deadline_id
                        where deadline.complaint_id = :id and deadline.kind = :kind
                        """)
                .param("id", complaint.id())
                .param("kind", kind)
                .query((row, index) -> "%s %s %s"
                        .formatted(
                                row.getString("stage"),
                                row.getObject("due", OffsetDateTime.class).toInstant(),
                                row.getBoolean("fired")))
                .list();
    }

    private List<String> events(String kind) {
        return jdbc.sql("""
                        select what, who from deadline_event join deadline on deadline.id = deadline_event.deadline_id
                        where deadline.complaint_id = :id and deadline.kind = :kind order by deadline_event.id
                        """)
                .param("id", complaint.id())
                .param("kind", kind)
                .query((row, index) -> row.getString("what") + " by " + row.getString("who"))
                .list();
    }

    private String explanation(String kind) {
        return shown(kind).path("explanation").toString();
    }

    /** The deadline as the interface gives it. */
    private JsonNode shown(String kind) {
        for (JsonNode deadline : rest.get(CLERK, "/api/cases/" + complaint.number() + "/deadlines")
                .body()) {
            if (deadline.path("deadline").asText().equals(kind)) {
                return deadline;
            }
        }
        throw new AssertionError("no deadline " + kind);
    }

    private Optional<String> mark() {
        return Optional.ofNullable((String) runtime.getVariable(instance, "deadline"));
    }

    private List<Task> notes() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(complaint.number())
                .taskDefinitionKey("userTask_takeUpTheEscalation")
                .list();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private List<Incident> incidents(String type) {
        return runtime.createIncidentQuery().incidentType(type).list().stream()
                // The process that called has it too.
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .filter(incident -> jdbc.sql("""
                                        select count(*) from act_ru_execution process
                                        where process.id_ = :id and process.business_key_ = :number
                                        """)
                                .param("id", incident.getProcessInstanceId())
                                .param("number", complaint.number())
                                .query(Integer.class)
                                .single()
                        > 0)
                .toList();
    }

    private JsonNode move(Rest.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        for (JsonNode move : answer.body()) {
            if (move.path("complaintId").asLong() == complaint.id()) {
                return move;
            }
        }
        return null;
    }

    private List<Long> watched(String what) {
        return watchedText(what).stream().map(Long::valueOf).toList();
    }

    private List<String> watchedText(String what) {
        JsonNode found =
                rest.get("admin", "/actuator/info").body().path("deadlines").path(what);
        return StreamSupport.stream(found.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
