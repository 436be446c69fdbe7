package io.redress.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.RedressApplication;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.engine.AgainAtOnce;
import io.redress.engine.refusal.Refusal;
import io.redress.merchant.Merchants;
import io.redress.testing.Clerk;
import io.redress.testing.Complaints;
import io.redress.testing.Desk;
import io.redress.testing.OwnEngine;
import io.redress.testing.TestClock;
import io.redress.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Many complaints go their course at random, four people at a time acting on them while the engine works on what they have
 * set going, and some of the jobs fail when they are about to commit: whenever all is quiet each case is closed or waits for
 * somebody, and at the end nothing has happened twice. No fault is forgiven but the test's own, and a meeting with another
 * step.
 */
@Tag("once")
@SpringBootTest(
        classes = RedressApplication.class,
        properties = {"camunda.bpm.process-engine-name=walk", "camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("postgres")
@Import({Desk.class, Clerk.class, TestClock.class, RandomWalkIT.FailingCommits.class})
@ExtendWith(OwnEngine.class)
class RandomWalkIT {

    private static final Logger LOG = LoggerFactory.getLogger(RandomWalkIT.class);

    private static final int CASES = Integer.getInteger("redress.test.walk", 60);
    private static final long SEED = Long.getLong("redress.test.seed", 20260302L);
    private static final int PEOPLE = 4;
    /** How many jobs the engine has in hand at once, each of another case. */
    private static final int WORKERS = 3;

    private static final int TRIES = 20;
    /** Beyond this the calendars know no holidays. */
    private static final Instant LAST = Instant.parse("2026-12-30T00:00:00Z");

    /** What the product itself tells the admins of; everything else that stops a case is a fault. */
    private static final List<String> KNOWN_INCIDENTS =
            List.of("empty-level", "silent-level", "silent-top-level", "deadline-not-computable");

    private static final String CLERK = "customer-service";

    /** In every group at work. */
    private static final String COLLEAGUE = "demo";

    private static final List<String> CATEGORIES =
            List.of("product-quality", "service-attitude", "price", "hygiene", "delivery", "quantity", "goods");
    private static final List<String> CLAIMS = List.of("merchant-compensation", "environment-accident");
    private static final List<String> SITES =
            List.of("supermarket", "mall-service-centre", "office", "bank", "property-office", "ecommerce-desk");

    @Autowired
    private Merchants merchants;

    @Autowired
    private InsurancePolicies policies;

    @Autowired
    private Desk desk;

    @Autowired
    private Clerk clerk;

    @Autowired
    private TestClock clock;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FailingCommits failing;

    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final Random random = new Random(SEED);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger executed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger met = new AtomicInteger();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Map.of(
                        "REDRESS_DB_URL",
                        TestDatabase.create("redress_walk"),
                        "REDRESS_DB_USER",
                        "postgres",
                        "REDRESS_ATTACHMENTS_FOLDER",
                        TestDatabase.folder("redress_walk"),
                        "REDRESS_DB_PASSWORD",
                        "postgres",
                        "REDRESS_DEMO",
                        "true",
                        "REDRESS_DEMO_CONFIRM",
                        "true",
                        "REDRESS_TLS",
                        "false")
                .forEach((name, value) -> properties.add(name, () -> value));
    }

    /** Lets one in twenty jobs fail when all its work is done, as a lost connection does. */
    @TestComponent
    static class FailingCommits implements TransactionExecutionListener {

        private static final int ONE_IN = 20;

        private final ThreadLocal<Random> job = new ThreadLocal<>();
        private final AtomicInteger failed = new AtomicInteger();

        @Override
        public void beforeCommit(TransactionExecution transaction) {
            Random random = job.get();
            if (random != null && transaction.isNewTransaction() && random.nextInt(ONE_IN) == 0) {
                job.remove();
                failed.incrementAndGet();
                throw new LostConnection();
            }
        }
    }

    private static final class LostConnection extends RuntimeException {
        private static final long serialVersionUID = 1L;

        static final String WORDS = "The connection was lost, says the test.";

        LostConnection() {
            super(WORDS);
        }
    }

    @Test
    void everyCaseIsClosedOrWaitsForSomebodyAndNothingHappenedTwice() throws Exception {
        Instant began = Instant.now();
        // The engine's clock is this one from now on.
        clock.pass(Duration.ZERO);
        merchants.importTable(
                new ClassPathResource("demo/merchants.csv").getContentAsByteArray(), "admin", clock.instant());
        // Covers most, so that both answers are given.
        policies.importTable("""
                number,insurer,covers,from,to,excess,case-limit
                W-1,江城财产保险,merchant environment own-goods,2000-01-01,2099-12-31,10,200000
                """.getBytes(StandardCharsets.UTF_8), "admin", clock.instant());
        try {
            atOnce(IntStream.range(0, CASES)
                    .mapToObj(index -> act(random.nextLong(), this::register))
                    .toList());
            boolean moved = true;
            while (moved && (open() > 0 || retries() > 0)) {
                if (turn() == 0) {
                    moved = timePasses();
                }
                jobsDone();
                assertNoCaseIsStuck();
                assertNoDeadlineIsSilent();
            }
        } finally {
            people.shutdownNow();
            workers.shutdownNow();
            clock.end();
        }
        LOG.info(
                "{} cases walked to {}: {} forms answered, {} jobs, {} failed once, {} met another step, {} answers refused, in {} s",
                CASES,
                clock.instant(),
                answered,
                executed,
                failing.failed,
                met,
                refused,
                Duration.between(began, Instant.now()).toSeconds());
        LOG.info(
                "Declared lost, by how it ended: {}",
                jdbc.sql("select state, count(*) as declared from loss_declaration group by state order by state")
                        .query()
                        .listOfRows());
        assertThat(failing.failed).hasPositiveValue();
        assertTheLedgerIsExact();
        assertEachEntryStandsOnce();
    }

    // What people do.

    private void register(Random own) {
        // One in six is no complaint, but a lost receipt.
        boolean lost = own.nextInt(6) == 0;
        // Another is a claim against the mall.
        boolean claim = !lost && own.nextInt(4) == 0;
        String site = lost ? "property-office" : claim ? "mall-service-centre" : pick(own, SITES);
        Map<String, Object> fields = Complaints.registration("site", site);
        if (!lost && !claim && own.nextInt(10) == 0) {
            fields.put("localOffice", site);
        }
        fields.put("category", lost ? "lost-receipt" : pick(own, claim ? CLAIMS : CATEGORIES));
        fields.put("channel", pick(own, List.of("desk", "phone", "letter", "e-mail")));
        if (own.nextInt(20) == 0) {
            Complaints.hurt(fields);
        }
        fields.put("media", own.nextInt(20) == 0);
        fields.put("writtenByCustomer", own.nextInt(4) == 0);
        fields.put("amountClaimed", own.nextInt(5) == 0 ? "20000" : "12.50");
        if (own.nextInt(15) == 0) {
            fields.put("phone", null);
        } else if (own.nextInt(10) == 0) {
            fields.put("phone", "13900000000");
        }
        desk.start(CLERK, "complaint-handling", fields);
    }

    /** One answer to one task; whoever may not give it hears so, and tries another. */
    private void answer(Task task, Random own) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                // Who asked for money can't approve it; a colleague in the same group can.
                clerk.answer(attempt % 2 == 0 ? clerk.person(task) : COLLEAGUE, task, wanted(own), own);
                answered.incrementAndGet();
                return;
            } catch (ProcessEngineException | NoSuchElementException refusal) {
                if (tasks.createTaskQuery().taskId(task.getId()).count() == 0 && (inWords(refusal) || gone(refusal))) {
                    return;
                }
                if (!inWords(refusal)) {
                    throw refusal;
                }
                refused.incrementAndGet();
                if (attempt == TRIES - 1) {
                    throw new AssertionError("nobody can answer " + task.getName() + " of " + task, refusal);
                }
            }
        }
    }

    /** So that a walk comes to its end: people agree rather than not. */
    private Map<String, Object> wanted(Random own) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("reached", own.nextInt(6) == 0 ? "no" : "yes");
        wanted.put("solved", own.nextInt(8) == 0 ? "not-solved" : "solved");
        wanted.put("satisfaction", pick(own, List.of("very-satisfied", "satisfied", "satisfied", "dissatisfied")));
        wanted.put("conclusion", pick(own, List.of("valid", "not-valid", "not-valid", "facts-missing")));
        wanted.put("planDecision", own.nextInt(5) == 0 ? "sent-back" : "approved");
        wanted.put("compensationDecision", own.nextInt(5) == 0 ? "refused" : "approved");
        wanted.put("orderAnswer", own.nextInt(6) == 0 ? "sent-back" : "finding");
        wanted.put("departments", List.of(pick(own, List.of("quality-inspection", "store-manager", "logistics"))));
        wanted.put("responsibleDepartment", pick(own, List.of("quality-inspection", "logistics", "purchasing")));
        wanted.put("investigator", "quality-inspection");
        wanted.put("decision", own.nextBoolean() ? "final" : "offer");
        // Days to come: a plan may come back, or be recorded, some days after it was drawn up.
        wanted.put(
                "measure1Due",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))
                        .plusDays(own.nextInt(3))
                        .toString());
        lost(wanted, own);
        claimed(wanted, own);
        wanted.put("compensationAmount", 1 + own.nextInt(300) + "." + (10 + own.nextInt(90)));
        return wanted;
    }

    /** What a customer who has lost a receipt brings; of a few receipts, so that some are declared twice. */
    private void lost(Map<String, Object> wanted, Random own) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        wanted.put("receiptNumber", "SJ-" + own.nextInt(1_000));
        wanted.put("invoiceNumber", "044-" + own.nextInt(1_000));
        wanted.put("paperAmount", "300.00");
        wanted.put("paperIssuedOn", "2025-03-18");
        wanted.put("namesOnPaper", "王小梅");
        wanted.put("holderName", "王小梅");
        wanted.put("holderDocument", "resident-card");
        wanted.put("holderIdNumber", "11010519491231002X");
        wanted.put("agentDocument", "passport");
        wanted.put("agentIdNumber", "E12345678");
        wanted.put("ledgerCopy", pick(own, List.of("ledger", "bank", "bank", "none")));
        wanted.put("refundAmount", 1 + own.nextInt(300) + ".00");
        wanted.put("refundPayBy", today.plusDays(own.nextInt(3)).toString());
        for (String who : List.of("customer", "consultant", "manager")) {
            wanted.put(who + "SignedOn", today.toString());
        }
    }

    /** What becomes of a claim against the mall. */
    private static void claimed(Map<String, Object> wanted, Random own) {
        wanted.put(
                "liability",
                pick(own, List.of("ours", "ours", "not-ours", "not-ours", "other-kind", "evidence-missing")));
        wanted.put("merchant", pick(own, List.of("chunfeng-2f18", "yunxi-3f05", "unlisted")));
        wanted.put("unlistedMerchant", "老街茶馆 1F-07");
        wanted.put("goodwill", own.nextInt(4) == 0 ? "no" : "yes");
        wanted.put("settlementAnswer", own.nextInt(4) == 0 ? "refused" : "agreed");
        wanted.put("settlementAmount", 1 + own.nextInt(300) + "." + (10 + own.nextInt(90)));
        wanted.put("payeeDocument", "resident-card");
        wanted.put("payeeIdNumber", "11010519491231002X");
        wanted.put("accountNumber", "1001 2345 6789 0123");
        wanted.put("papersNeededList", own.nextInt(3) == 0 ? "购物小票" : null);
        boolean shared = own.nextInt(3) == 0;
        wanted.put("recoverFrom", shared ? "恒通保洁公司" : null);
        wanted.put("recoverableAmount", shared ? "1.00" : null);
        wanted.put("papersComplete", own.nextInt(3) == 0 ? "no" : "yes");
        wanted.put("withoutPapers", own.nextBoolean() ? "go-on" : "close");
        wanted.put("signed", own.nextInt(5) == 0 ? "no" : "yes");
        wanted.put("merchantPaid", own.nextInt(3) == 0 ? "no" : "yes");
        wanted.put("inItsPlace", own.nextInt(4) == 0 ? "management" : "mall-pays");
        wanted.put("recoveryNews", own.nextBoolean() ? "received" : "doubtful");
        wanted.put("recoveredAmount", "0.50");
        wanted.put("reportedBy", "otherwise");
        wanted.put("insurersRequirements", own.nextBoolean() ? "病历" : null);
        wanted.put("insurersOpinion", pick(own, List.of("covered", "covered", "not-covered", "not-yet")));
        wanted.put("claimDecision", pick(own, List.of("go-on", "wait", "give-up")));
        wanted.put("insurersConsent", pick(own, List.of("given", "not-asked", "refused")));
        wanted.put("insurersDecision", own.nextInt(4) == 0 ? "refused" : "accepted");
        wanted.put("insurersReason", "按条款扣减。");
        wanted.put("payoutNews", own.nextInt(4) == 0 ? "ended" : "received");
        wanted.put("payoutTo", pick(own, List.of("house", "house", "merchant", "customer")));
        wanted.put("shortfallBearer", pick(own, List.of("mall", "mall", "merchant")));
        wanted.put("repaymentAccount", "1001 2345 6789 0123");
        wanted.put("handedOverBy", "customer-service");
        wanted.put("lossDecision", own.nextInt(4) == 0 ? "go-on" : "write-off");
    }

    private void add(Random own) {
        List<String> open = jdbc.sql("select number from complaint where closed_at is null")
                .query(String.class)
                .list();
        if (open.isEmpty()) {
            return;
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put("number", pick(own, open));
        String addition = pick(
                own, List.of("withdrawn", "more-evidence", "legal-or-media", "receipt-found", "receipt-presented"));
        fields.put("addition", addition);
        boolean paper = addition.startsWith("receipt-");
        if (!paper) {
            fields.put(addition.equals("more-evidence") ? "moreEvidence" : "additionReason", "客户来电。");
        }
        try {
            desk.start(paper ? "cashier" : CLERK, "case-addition", fields);
        } catch (ProcessEngineException closedMeanwhile) {
            if (!inWords(closedMeanwhile)) {
                throw closedMeanwhile;
            }
            refused.incrementAndGet();
        }
    }

    // How the walk goes on.

    /** Does what is due; as in life, the jobs of one case and of all that it calls come one after another. */
    private int jobs() throws Exception {
        Map<String, List<Job>> due = management.createJobQuery().executable().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .collect(Collectors.groupingBy(RandomWalkIT::root, LinkedHashMap::new, Collectors.toList()));
        all(workers.invokeAll(due.values().stream()
                .map(ofOneCase -> act(random.nextLong(), own -> ofOneCase.forEach(job -> execute(job, own))))
                .toList()));
        return due.size();
    }

    private static String root(Job job) {
        return Objects.requireNonNull(
                ((JobEntity) job).getRootProcessInstanceId(),
                () -> "knows no course, and would run beside others: " + job);
    }

    private void execute(Job job, Random own) {
        try {
            executeOnALooseLine(job, own);
            executed.incrementAndGet();
        } catch (LostConnection lost) {
            // It is tried again when its time has come.
        } catch (MismatchingMessageCorrelationException nobodyListens) {
            // What somebody adds to a case at the moment in which it ends: by the next try it is closed, and the
            // addition
            // stands in its file. Should it not be closed, the tries run out, and that is red.
            met.incrementAndGet();
        } catch (NullValueException gone) {
            // The case is withdrawn, the task done, and what was due with it.
            if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                throw gone;
            }
        } catch (ProcessEngineException other) {
            // The database noticed it before the engine did, or the engine itself; the job executor takes it again at
            // once.
            boolean done = management.createJobQuery().jobId(job.getId()).count() == 0;
            // What ended its step was due with it, and came first.
            if (!done && !AgainAtOnce.met(other)) {
                throw other;
            }
            met.incrementAndGet();
        }
    }

    /** What is asked afterwards is no job's. */
    private void executeOnALooseLine(Job job, Random own) {
        failing.job.set(own);
        try {
            management.executeJob(job.getId());
        } finally {
            failing.job.remove();
        }
    }

    /** Said to a person as a sentence. */
    private static boolean inWords(RuntimeException refusal) {
        return refusal instanceof ProcessEngineException known && known.getCode() == Refusal.CODE;
    }

    /** Looked for, and not found: a task, its form, the person who may do it. */
    private static boolean gone(RuntimeException fault) {
        return fault instanceof NullValueException
                || fault instanceof NotFoundException
                || fault instanceof NoSuchElementException;
    }

    private int turn() throws Exception {
        List<Callable<Void>> acts = new ArrayList<>();
        tasks.createTaskQuery().list().stream()
                .filter(task -> random.nextInt(4) > 0)
                .forEach(task -> acts.add(act(random.nextLong(), own -> answer(task, own))));
        if (!acts.isEmpty() && random.nextInt(3) == 0) {
            acts.add(act(random.nextLong(), this::add));
        }
        atOnce(acts);
        return acts.size();
    }

    /** Nobody has anything to do: time passes until something is due. */
    private boolean timePasses() {
        if (tasks.createTaskQuery().count() > 0) {
            return true;
        }
        Instant next = jdbc.sql(
                        "select min(duedate_) from act_ru_job where process_instance_id_ is not null and retries_ > 0")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(LAST);
        if (!next.isBefore(LAST)) {
            return false;
        }
        if (next.isAfter(clock.instant())) {
            clock.set(next);
        } else {
            clock.pass(Duration.ofSeconds(1));
        }
        return true;
    }

    /** What a job begins may be another job. */
    private void jobsDone() throws Exception {
        int done;
        do {
            done = jobs();
        } while (done > 0);
    }

    private long open() {
        return jdbc.sql("select count(*) from complaint where closed_at is null")
                .query(Long.class)
                .single();
    }

    /** Jobs that failed and wait for their next try, also when their case is closed. */
    private long retries() {
        return management.createJobQuery().withException().withRetriesLeft().count();
    }

    // What must be true at the end.

    /** Each point that a case has reached waits for a task, a job in time or a message, in that process or a called one. */
    private void assertNoCaseIsStuck() {
        assertThat(jdbc.sql("""
                                select number from complaint where closed_at is null and not exists (
                                  select 1 from act_ru_execution where business_key_ = complaint.number)
                                """).query(String.class).list())
                .as("open, and nothing of it goes on")
                .isEmpty();
        assertThat(jdbc.sql("""
                                select concat(process.business_key_, ' ', point.proc_def_id_, ' ', point.act_id_)
                                from act_ru_execution point
                                join act_ru_execution process on process.id_ = point.proc_inst_id_
                                where point.is_active_
                                  and not exists (select 1 from act_ru_execution inner_point
                                    where inner_point.parent_id_ = point.id_ or inner_point.super_exec_ = point.id_)
                                  and not exists (select 1 from act_ru_task task where task.execution_id_ = point.id_)
                                  and not exists (select 1 from act_ru_job job where job.execution_id_ = point.id_
                                    and job.retries_ > 0 and job.duedate_ < date '2900-01-01')
                                  and not exists (select 1 from act_ru_event_subscr message
                                    where message.execution_id_ = point.id_ and message.event_type_ = 'message')
                                """).query(String.class).list())
                .as("points where a case waits for nothing")
                .isEmpty();
        assertThat(jdbc.sql("""
                                select concat(process.business_key_, ' ', incident.incident_type_, ' ', incident.incident_msg_)
                                from act_ru_incident incident
                                join act_ru_execution process on process.id_ = incident.proc_inst_id_
                                where incident.incident_type_ not in (:known)
                                """)
                        .param("known", KNOWN_INCIDENTS)
                        .query(String.class)
                        .list())
                .as("incidents of another kind than %s", KNOWN_INCIDENTS)
                .isEmpty();
        assertThat(jdbc.sql("""
                                select concat(job.handler_cfg_, ' ', job.exception_msg_) from act_ru_job job
                                where job.exception_msg_ is not null and job.exception_msg_ <> :ours
                                  and (job.retries_ = 0 or job.exception_msg_ not like 'Cannot correlate message%')
                                """)
                        .param("ours", LostConnection.WORDS)
                        .query(String.class)
                        .list())
                .as("jobs that failed, and not at the test's wish")
                .isEmpty();
        assertThat(jdbc.sql("""
                                select concat(complaint.number, ' ', step.proc_def_id_, ' ', step.act_id_) from complaint
                                join act_ru_execution process on process.business_key_ = complaint.number
                                join act_ru_execution step on step.proc_inst_id_ = process.id_
                                where closed_at is not null and process.proc_def_id_ not like 'message-delivery:%'
                                  and not exists (select 1 from act_ru_job again
                                    where again.process_instance_id_ = process.id_
                                      and again.exception_msg_ is not null and again.retries_ > 0)
                                """).query(String.class).list())
                .as("closed, and something of it still goes on that does not wait for its next try")
                .isEmpty();
    }

    /**
     * Whatever a case waits for, each deadline that runs has a timer at its end, and one by which its owner is told when it comes
     * near; of the wait for the next try nobody is told. A case is half on its way where a step of it failed and waits for its
     * next try.
     */
    private void assertNoDeadlineIsSilent() {
        assertThat(jdbc.sql("""
                                select concat(complaint.number, ' ', deadline.kind, ' at ', task.task_def_key_) from deadline
                                join complaint on complaint.id = deadline.complaint_id
                                left join act_ru_execution root on root.business_key_ = complaint.number
                                  and root.parent_id_ is null
                                left join act_ru_task task on task.proc_inst_id_ = root.id_
                                where deadline.state = 'RUNNING' and deadline.kind <> 'NEXT_TRY' and deadline.due_at > :now
                                  and not exists (
                                    select 1 from act_ru_execution half join act_ru_job again
                                      on again.process_instance_id_ = half.id_
                                    where half.business_key_ = complaint.number and again.exception_msg_ is not null
                                      and again.retries_ > 0)
                                  and not (exists (
                                    select 1 from act_ru_execution process
                                    join act_ru_job job on job.process_instance_id_ = process.id_
                                    join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                                    where process.business_key_ = complaint.number and process.parent_id_ is null
                                      and definition.job_configuration_
                                        like concat('%deadlines.%', chr(39), deadline.kind, chr(39), '%')
                                      and job.duedate_ <= deadline.due_at)
                                  and (deadline.at_risk_at is null or deadline.at_risk_at <= :now or exists (
                                    select 1 from act_ru_execution process
                                    join act_ru_job job on job.process_instance_id_ = process.id_
                                    join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                                    where process.business_key_ = complaint.number and process.parent_id_ is null
                                      and definition.job_configuration_ like '%deadlines.near(%'
                                      and job.duedate_ <= deadline.at_risk_at)))
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(String.class)
                        .list())
                .as("deadlines that run without a timer")
                .isEmpty();
    }

    private static boolean ours(Payment payment) {
        return payment.offer().kind().ours();
    }

    private void assertTheLedgerIsExact() {
        List<Payment> paid = jdbc.sql("select distinct complaint_id from payment").query(Long.class).list().stream()
                .flatMap(id -> ledger.of(id).stream())
                .toList();
        assertThat(paid).isNotEmpty().allSatisfy(payment -> {
            if (payment.state() == Payment.State.PAID && ours(payment)) {
                assertThat(List.of(payment.offer().requestedBy(), payment.approvedBy(), payment.paidBy()))
                        .doesNotHaveDuplicates();
            }
        });
        assertThat(jdbc.sql("""
                                select count(*) from entry where step in ('userTask_payTheCompensation', 'userTask_payOut')
                                """).query(Long.class).single())
                .as("each payment was made by one form")
                .isEqualTo(paid.stream()
                        .filter(payment -> payment.paidBy() != null && ours(payment))
                        .count());
        assertThat(jdbc.sql("""
                                select count(*) from recovery join complaint on complaint.id = recovery.complaint_id
                                where complaint.closed_at is not null and recovery.finished_at is null
                                """).query(Long.class).single())
                .as("what is owed to us of closed cases")
                .isZero();
        assertThat(jdbc.sql("""
                                select count(*) from payment where (state = 'PAID') <>
                                  (select count(*) = 1 from ledger_line line where line.payment_id = payment.id
                                    and line.kind = 'PAYMENT' and line.amount = payment.amount)
                                """).query(Long.class).single())
                .as("payments without their one line in the ledger")
                .isZero();
        assertThat(jdbc.sql("""
                                select count(*) from recovery where amount <
                                  (select coalesce(sum(amount), 0) from ledger_line where recovery_id = recovery.id)
                                """).query(Long.class).single())
                .as("more received back than was owed")
                .isZero();
        assertWhatInsurersPayIsReckoned();
        assertThat(jdbc.sql("""
                                select count(*) from act_ru_task task join act_ru_execution instance
                                  on instance.id_ = task.proc_inst_id_
                                join complaint on complaint.number = instance.business_key_
                                where task.task_def_key_ = 'userTask_fileTheCopies' and complaint.closed_at is not null
                                """).query(Long.class).single())
                .as("copies of closed cases that nobody has filed")
                .isZero();
        assertThat(jdbc.sql("""
                                select count(*) from payment join complaint on complaint.id = payment.complaint_id
                                where complaint.closed_at is not null and payment.state in ('OFFERED', 'APPROVED')
                                """).query(Long.class).single())
                .as("money that a closed case still promises")
                .isZero();
    }

    /** What customers got is what insurers paid, the excess and the decided shortfall; merchants have back what they do not bear. */
    private void assertWhatInsurersPayIsReckoned() {
        assertThat(jdbc.sql("""
                                select concat(number, ': paid ', lost, ', excess ', excess_borne, ', shortfall ', shortfall,
                                  ', paid out ', paid_out, ', closing ', closing, ', payments ', payments)
                                from (select complaint.number, claim.excess_borne, claim.shortfall, claim.closing,
                                    (select coalesce(sum(loss.amount), 0) from insured_loss loss join payment
                                      on payment.measure_id = loss.measure_id and payment.state = 'PAID'
                                      and not exists (select 1 from ledger_line back
                                        where back.payment_id = payment.id and back.kind = 'REVERSAL')
                                      where loss.complaint_id = claim.complaint_id) lost,
                                    (select coalesce(sum(amount), 0) from ledger_line where claim_id = claim.id) paid_out,
                                    (select string_agg(concat(payment.state, ' ', payment.amount), ', ')
                                      from payment where payment.complaint_id = claim.complaint_id) payments
                                  from insurance_claim claim join complaint on complaint.id = claim.complaint_id
                                  where claim.shortfall is not null) reckoned
                                where lost <> excess_borne + shortfall + paid_out
                                """).query(String.class).list())
                .as("claims that do not add up")
                .isEmpty();
        assertThat(jdbc.sql("""
                                select claim.id from insurance_claim claim where claim.closed_at is not null
                                  and not exists (select 1 from merchant_repayment owed
                                    where owed.complaint_id = claim.complaint_id
                                      and (owed.amount is null or owed.amount > 0 and owed.paid_at is null))
                                  and (select coalesce(sum(advanced), 0) from merchant_repayment
                                    where complaint_id = claim.complaint_id)
                                  <> (select coalesce(sum(amount), 0) from ledger_line
                                      where complaint_id = claim.complaint_id and kind = 'REPAYMENT')
                                    + (select coalesce(sum(amount), 0) from ledger_line
                                      where claim_id = claim.id and payee = 'MERCHANT')
                                    + case when claim.shortfall_bearer = 'merchant' then claim.shortfall else 0 end
                                """).query(Long.class).list())
                .as("merchants that have back more or less than what they do not bear")
                .isEmpty();
        assertThat(jdbc.sql("""
                                select count(*) from complaint where closed_at is not null and (
                                  exists (select 1 from insurance_claim claim
                                    where claim.complaint_id = complaint.id and claim.closed_at is null)
                                  or exists (select 1 from merchant_repayment owed
                                    where owed.complaint_id = complaint.id
                                      and (owed.amount is null or owed.amount > 0 and owed.paid_at is null)))
                                """).query(Long.class).single())
                .as("closed cases whose insurer or merchant still waits")
                .isZero();
        LOG.info(
                "{} claims, {} of them reckoned, {} merchants repaid",
                count("insurance_claim"),
                count("insurance_claim where shortfall is not null"),
                count("merchant_repayment where paid_at is not null"));
    }

    private long count(String of) {
        return jdbc.sql("select count(*) from " + of).query(Long.class).single();
    }

    private void assertEachEntryStandsOnce() {
        assertThat(jdbc.sql("select task_id from entry where task_id is not null group by task_id having count(*) > 1")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql("""
                                select count(*) from act_hi_taskinst task where delete_reason_ = 'completed'
                                and not exists (select 1 from entry where entry.task_id = task.id_)
                                """).query(Long.class).single())
                .as("tasks that were done without an entry")
                .isZero();
    }

    private interface Deed {
        void of(Random own);
    }

    private static Callable<Void> act(long seed, Deed deed) {
        return () -> {
            deed.of(new Random(seed));
            return null;
        };
    }

    /** People act, and the engine does what becomes due meanwhile. */
    private void atOnce(List<Callable<Void>> acts) throws Exception {
        List<Future<Void>> acting = acts.stream().map(people::submit).toList();
        while (!acting.stream().allMatch(Future::isDone)) {
            jobs();
        }
        all(acting);
        jobsDone();
    }

    private static void all(List<Future<Void>> acts) throws Exception {
        for (Future<Void> act : acts) {
            act.get();
        }
    }

    private static <T> T pick(Random own, List<T> from) {
        return from.get(own.nextInt(from.size()));
    }
}
