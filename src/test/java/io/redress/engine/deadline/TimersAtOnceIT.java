package io.redress.engine.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.RedressApplication;
import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.deadline.Deadlines;
import io.redress.testing.Complaints;
import io.redress.testing.Desk;
import io.redress.testing.Node;
import io.redress.testing.OneStep;
import io.redress.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Many deadlines that are over at the same moment, while many more lie in the future, on a PostgreSQL that keeps what it
 * has acknowledged. {@code redress.test.timers} are due at once, {@code redress.test.waiting} wait; the figures are printed.
 */
@Tag("figures")
// A name of its own: the engines of other tests are looked up by theirs.
@SpringBootTest(classes = RedressApplication.class, properties = "camunda.bpm.process-engine-name=timers")
@ActiveProfiles("postgres")
@Import(Desk.class)
class TimersAtOnceIT {

    private static final int TIMERS = Integer.getInteger("redress.test.timers", 1_000);
    private static final int WAITING = Integer.getInteger("redress.test.waiting", 20_000);
    private static final Duration PATIENCE = Duration.ofSeconds(120).plusMillis(TIMERS * 100L);

    private static final String DATABASE = TestDatabase.createDurable("redress_timers");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "REDRESS_DB_URL",
            DATABASE,
            "REDRESS_DB_USER",
            "postgres",
            "REDRESS_ATTACHMENTS_FOLDER",
            TestDatabase.folder("redress_timers"),
            "REDRESS_DB_PASSWORD",
            "postgres",
            "REDRESS_DEMO",
            "true",
            "REDRESS_DEMO_CONFIRM",
            "true",
            "REDRESS_TLS",
            "false");
    private static final String CLERK = "customer-service";
    private static final String RESOLUTION = "RESOLUTION";
    private static final List<String> OUR_INDEXES = List.of("redress_job_due", "redress_job_locked");

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JobExecutor executor;

    @Autowired
    private Desk desk;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        ENVIRONMENT.forEach((name, value) -> properties.add(name, () -> value));
    }

    /** Timers of other cases, due in a year: each a row with an instance of its own, as the engine would write it. */
    @BeforeAll
    static void othersWait(@Autowired JdbcClient jdbc, @Autowired ProcessEngine engine) {
        OneStep.deploy(engine.getRepositoryService());
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("complaint-handling")
                .latestVersion()
                .singleResult()
                .getId();
        jdbc.sql("""
                        insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, is_active_,
                          is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                        select 'waiting-' || n, 1, 'waiting-' || n, 'W-' || n, :definition, true,
                          false, true, false, 1, 0, 1
                        from generate_series(1, :waiting) n
                        """).param("definition", definition).param("waiting", WAITING).update();
        jdbc.sql("""
                        insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_,
                          process_def_id_, process_def_key_, retries_, duedate_, repeat_, handler_type_, handler_cfg_,
                          deployment_id_, suspension_state_, job_def_id_, priority_, sequence_counter_, create_time_)
                        select 'waiting-' || n, 1, 'timer', true, 'waiting-' || n, 'waiting-' || n,
                          :definition, 'complaint-intake', 5, now() + interval '1 year' + n * interval '1 second',
                          'R/2999-01-01T00:00:00Z/PT1S', 'timer-transition', definition.act_id_,
                          process.deployment_id_, 1, definition.id_, 0, 1, now()
                        from generate_series(1, :waiting) n, act_ru_jobdef definition, act_re_procdef process
                        where process.id_ = :definition and definition.proc_def_id_ = process.id_
                          and definition.act_id_ = 'event_resolutionOverdue'
                        """).param("definition", definition).param("waiting", WAITING).update();
    }

    /** Jobs run as they do in life, except while overdue cases are made ready. */
    @AfterEach
    void start() {
        executor.start();
    }

    @Test
    void eachTimerThatIsDueAtOnceFiresOnce() {
        double ours = rate(executor, TIMERS);
        System.out.printf("%d timers due at once, %d others waiting: %.1f timers/s%n", TIMERS, WAITING, ours);

        JobExecutor stock = new DefaultJobExecutor();
        stock.setAutoActivate(false);
        stock.setRejectedJobsHandler(executor.getRejectedJobsHandler());
        stock.registerProcessEngine((ProcessEngineImpl) engine);
        compare("Camunda's default executor", ours, rate(stock, TIMERS / 5));
        List<String> indexes = dropOurIndexes();
        try {
            compare("without our indexes", ours, rate(executor, TIMERS / 5));
            compare("Camunda's default executor without our indexes", ours, rate(stock, TIMERS / 5));
        } finally {
            indexes.forEach(index -> jdbc.sql(index).update());
        }
    }

    @Test
    void aKilledServerLosesNoTimerAndDoublesNoEffect() {
        long before = newestCase();
        makeOverdue(TIMERS);
        // A dead server's jobs are taken over when their locks run out; by default that is after five minutes.
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(
                Map.of("SPRING_PROFILES_ACTIVE", "postgres", "CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "20000"));
        try (Node killed = Node.start(environment)) {
            killed.healthy();
            awaitBreaches(before, TIMERS / 3);
        }
        long fired = breaches(before);
        long underWay = jdbc.sql("select count(*) from act_ru_job where lock_owner_ is not null")
                .query(Long.class)
                .single();
        assertThat(fired).as("killed in the middle").isLessThan(TIMERS);
        try (Node again = Node.start(environment)) {
            again.healthy();
            awaitBreaches(before, TIMERS);
        }
        System.out.printf(
                "Killed when %d of %d timers had fired and %d were under way: none lost, none doubled%n",
                fired, TIMERS, underWay);
        assertEachIsToldOnce(before, TIMERS);
    }

    @Test
    void anIdleEngineFiresADueTimerWithinTenSeconds() {
        long before = newestCase();
        String number = register(Instant.now());
        await().atMost(PATIENCE).until(() -> deadlinesStarted(before) == 1);
        // By then the engine has gone idle.
        Instant due = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
        desk.start(CLERK, "case-addition", outsideDeadline(number, due));

        Duration late = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> told(number).map(told -> Duration.between(due, told)), Optional::isPresent)
                .orElseThrow();
        System.out.printf("An idle engine fired a due timer after %.1f s%n", late.toMillis() / 1000.0);
        assertThat(late).isBetween(Duration.ZERO, Duration.ofSeconds(10));
    }

    /** Timers a second, from the start of the executor to the last breach on record. */
    private double rate(JobExecutor measured, int timers) {
        long before = newestCase();
        makeOverdue(timers);
        // Whoever runs a job asks the engine's configuration whether its executor is active.
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).setJobExecutor(measured);
        long start = System.nanoTime();
        measured.start();
        awaitBreaches(before, timers);
        double seconds = (System.nanoTime() - start) / 1e9;
        measured.shutdown();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).setJobExecutor(executor);
        assertEachIsToldOnce(before, timers);
        return timers / seconds;
    }

    private static void compare(String with, double ours, double theirs) {
        System.out.printf("  %s: %.1f timers/s; ours is %.1f times that%n", with, theirs, ours / theirs);
    }

    /**
     * Registers cases by the form, received at the same moment, then gives each the same target, which is over already;
     * from the first retargeted deadline on no job runs.
     */
    private void makeOverdue(int cases) {
        long before = newestCase();
        Instant received = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        executor.start();
        IntStream.range(0, cases).parallel().forEach(index -> register(received));
        await().atMost(PATIENCE).until(() -> deadlinesStarted(before) == cases);
        executor.shutdown();
        Target over = new Target(59, DeadlineUnit.MINUTES);
        jdbc
                .sql("select id from complaint where id > :before")
                .param("before", before)
                .query(Long.class)
                .list()
                .stream()
                .parallel()
                .forEach(id -> deadlines.retarget(id, RESOLUTION, RESOLUTION, over, Instant.now(), CLERK, "test"));
        jdbc.sql("analyze").update();
    }

    private String register(Instant received) {
        return desk.start(CLERK, "complaint-handling", Complaints.registration("receivedAt", received.toString()))
                .getBusinessKey();
    }

    private static Map<String, Object> outsideDeadline(String number, Instant due) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("addition", "outside-deadline");
        fields.put("deadlineName", "12315");
        fields.put("deadlineStartsAt", due.minus(Duration.ofMinutes(1)).toString());
        fields.put("deadlineAmount", 1);
        fields.put("deadlineUnit", "minutes");
        return fields;
    }

    private void awaitBreaches(long before, int breaches) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> breaches(before) >= breaches);
    }

    private long newestCase() {
        return jdbc.sql("select coalesce(max(id), 0) from complaint")
                .query(Long.class)
                .single();
    }

    private long deadlinesStarted(long before) {
        return jdbc.sql("select count(*) from deadline where complaint_id > :before and kind = :kind")
                .param("before", before)
                .param("kind", RESOLUTION)
                .query(Long.class)
                .single();
    }

    private long breaches(long before) {
        return jdbc.sql("""
                        select count(*) from deadline
                        where complaint_id > :before and kind = :kind and state = 'BREACHED'
                        """)
                .param("before", before)
                .param("kind", RESOLUTION)
                .query(Long.class)
                .single();
    }

    private Optional<Instant> told(String number) {
        return jdbc.sql("""
                        select entry.submitted_at from entry join complaint on complaint.id = entry.complaint_id
                        where complaint.number = :number and entry.step = 'deadline'
                        """)
                .param("number", number)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Every case has its stage, its event, what was told and the task to take it up: one each. */
    private void assertEachIsToldOnce(long before, int cases) {
        List<String> told = jdbc.sql("""
                        select concat_ws(' ',
                          (select count(*) from deadline_stage stage where stage.deadline_id = deadline.id and stage.fired), 'stages',
                          (select count(*) from deadline_event event
                            where event.deadline_id = deadline.id and event.what = 'breached'), 'breaches',
                          (select count(*) from entry
                            where entry.complaint_id = deadline.complaint_id and entry.step = 'deadline'), 'entries',
                          (select count(*) from act_ru_task task
                            join act_ru_execution process on process.id_ = task.proc_inst_id_
                            where process.business_key_ = complaint.number
                              and task.task_def_key_ = 'userTask_takeUpTheEscalation'), 'tasks')
                        from deadline join complaint on complaint.id = deadline.complaint_id
                        where deadline.complaint_id > :before and deadline.kind = :kind
                        """)
                .param("before", before)
                .param("kind", RESOLUTION)
                .query(String.class)
                .list();
        assertThat(told).hasSize(cases).containsOnly("1 stages 1 breaches 1 entries 1 tasks");
    }

    /** Drops them and gives what makes them again. */
    private List<String> dropOurIndexes() {
        List<String> made = jdbc.sql("select indexdef from pg_indexes where indexname in (:ours)")
                .param("ours", OUR_INDEXES)
                .query(String.class)
                .list();
        assertThat(made).hasSameSizeAs(OUR_INDEXES);
        OUR_INDEXES.forEach(index -> jdbc.sql("drop index " + index).update());
        return made;
    }
}
