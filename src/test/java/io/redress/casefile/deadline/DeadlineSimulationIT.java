package io.redress.casefile.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.NaiveCase.OneClock;
import io.redress.casefile.entry.Entries;
import io.redress.testing.CalendarFiles;
import io.redress.testing.Desk;
import io.redress.testing.OneStep;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Two years of cases at all demo sites, lived through event by event: people act, calendars and policy change, the
 * installation is down for a while, and every warning, breach and escalation is what {@link NaiveCase} works out.
 */
@ProcessTest
@Tag("once")
class DeadlineSimulationIT {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSimulationIT.class);

    private static final int CASES = Integer.getInteger("redress.test.cases", 300);
    /** As many as one database holds before looking for the next timer takes longer than what it does. */
    private static final int ROUND = 500;

    private static final long SEED = Long.getLong("redress.test.seed", 20260101L);

    /** What a silent level brings about is another story. */
    private static final String ESCALATION = "escalation";

    private static final String CLERK = "customer-service";
    private static final long NEVER = Instant.parse("2999-01-01T00:00:00Z").getEpochSecond();
    private static final long FIRST = second("2025-01-02T08:00:00+08:00");
    private static final long LAST = second("2026-12-31T23:59:59+08:00");
    private static final List<String> SITES = List.of(
            "office", "supermarket", "mall-service-centre", "bank", "factory", "property-office", "ecommerce-desk");
    private static final List<String> UNITS = List.of("minutes", "hours", "days", "working-days", "business-hours");
    private static final List<String> REASONS = List.of("CUSTOMER", "PAPERS", "INSURER");

    /** The installation is down: nobody can act, no timer fires. */
    private static final List<long[]> DOWN = List.of(
            new long[] {second("2025-03-14T22:00:00+08:00"), second("2025-03-15T03:30:00+08:00")},
            new long[] {second("2025-09-30T17:00:00+08:00"), second("2025-10-03T09:00:00+08:00")},
            new long[] {second("2026-06-01T09:00:00+08:00"), second("2026-06-01T09:20:00+08:00")});

    private static final CalendarFiles FILES =
            new CalendarFiles("sites.yaml", "calendars.yaml", "holidays/cn-2024.yaml", "holidays/cn-2025.yaml");

    /** Something a person does; it says what the case must think of it, too. */
    private record Act(long at, int order, Runnable deed) {}

    private static final class Person {
        final Random random;
        final String site;
        final NaiveCase expected;
        String number;
        long id;
        String instance;
        int left;
        int outside;
        boolean closed;

        Person(Random random, String site, NaiveCase expected) {
            this.random = random;
            this.site = site;
            this.expected = expected;
            this.left = 1 + random.nextInt(9);
        }
    }

    private record Rule(int amount, String unit, int percent) {}

    @Autowired
    private TestClock time;

    @Autowired
    private Desk desk;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Recomputation recomputation;

    @Autowired
    private CalendarBook calendars;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Entries entries;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    private final PriorityQueue<Act> acts =
            new PriorityQueue<>(Comparator.comparingLong(Act::at).thenComparingInt(Act::order));
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Person> byInstance = new HashMap<>();
    private final Set<Person> touched = new HashSet<>();
    private final Map<String, Rule> policy = new HashMap<>();
    private Map<String, NaiveSite> sites = NaiveSite.sites(new NaiveSite.Holidays(2024, 2025), "10:00-21:30");
    private int order;
    private int fired;
    private int done;

    @DynamicPropertySource
    static void calendarsThatChange(DynamicPropertyRegistry registry) {
        registry.add("redress.calendar.location", FILES::location);
    }

    static IntStream rounds() {
        return IntStream.iterate(0, first -> first < CASES, first -> first + ROUND);
    }

    @AfterEach
    void theNextRoundBeginsAsThisOneDid() {
        FILES.delete("holidays/cn-2026.yaml");
        FILES.restore("calendars.yaml");
    }

    @ParameterizedTest
    @MethodSource("rounds")
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
    void everyWarningBreachAndEscalationIsWhatTheRulesSayNoneTwiceNoneMissing(int first) {
        Instant began = Instant.now();
        OneStep.deploy(repository);
        int cases = Math.min(ROUND, CASES - first);
        policy.putAll(Map.of(
                "supermarket", new Rule(72, "hours", 75),
                "bank", new Rule(1, "working-days", 75),
                "mall-service-centre", new Rule(3, "working-days", 75),
                "office", new Rule(3, "working-days", 75),
                "property-office", new Rule(3, "working-days", 75),
                "ecommerce-desk", new Rule(2, "working-days", 75),
                "factory", new Rule(10, "working-days", 75)));
        at("2025-06-01T00:00:00+08:00", () -> supermarketsAnswerSooner());
        at("2025-11-04T15:00:00+08:00", () -> theNextYearIsAnnounced());
        at("2026-03-01T12:34:56+08:00", () -> officesCountOpeningHours());
        at("2026-05-20T10:00:00+08:00", () -> theMallClosesEarlier());
        for (int index = first; index < first + cases; index++) {
            Random random = new Random(SEED + index);
            String site = SITES.get(random.nextInt(SITES.size()));
            long span = LAST - FIRST - 20 * NaiveSite.DAY;
            long received = FIRST + (long) (random.nextDouble() * span);
            acts.add(new Act(awake(received), order++, () -> register(random, site)));
        }
        live();
        people.forEach(this::compare);
        long told = people.stream()
                .mapToLong(person -> person.expected.told().size())
                .sum();
        LOG.info(
                "{} cases over two years: {} acts, {} timers fired, {} told, in {} s",
                cases,
                done,
                fired,
                told,
                Duration.between(began, Instant.now()).toSeconds());
        assertThat(told).isGreaterThan(cases);
    }

    private void live() {
        while (true) {
            long act = acts.isEmpty() ? Long.MAX_VALUE : acts.peek().at();
            long timer = awake(nextTimer());
            long now = Math.min(act, timer);
            if (now > LAST) {
                return;
            }
            touched.clear();
            // An act within its second, a timer when it is due.
            time.set(Instant.ofEpochSecond(now).plusMillis(act == now ? 1 + order % 999 : 0));
            while (!acts.isEmpty() && acts.peek().at() == now) {
                acts.poll().deed().run();
                done++;
            }
            fire();
            touched.forEach(person -> check(person, now));
        }
    }

    private void fire() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            for (Job job : due) {
                management.executeJob(job.getId());
                fired++;
                Person person = byInstance.get(job.getProcessInstanceId());
                if (person != null) {
                    touched.add(person);
                }
            }
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().timers().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> !ESCALATION.equals(job.getProcessDefinitionKey()))
                .toList();
    }

    private long nextTimer() {
        return jdbc.sql("""
                        select min(duedate_) from act_ru_job
                        where process_instance_id_ is not null and process_def_key_ <> :escalation
                        """)
                .param("escalation", ESCALATION)
                .query(Timestamp.class)
                .optional()
                .map(date -> date.toInstant().getEpochSecond())
                .orElse(NEVER);
    }

    /** What everybody sees of the case is one and the same. */
    private void check(Person person, long now) {
        person.expected.until(now + 1);
        if (person.closed || person.expected.next() <= now + 1) {
            return;
        }
        Map<String, Long> timers = new HashMap<>();
        jdbc.sql("""
                        select definition.job_configuration_ as asked, job.duedate_ as due from act_ru_job job
                          join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                        where job.process_instance_id_ = :instance and definition.job_configuration_ like '%deadlines.%'
                        """).param("instance", person.instance).query(row -> {
            String asked = row.getString("asked");
            long due = row.getTimestamp("due").toInstant().getEpochSecond();
            timers.put(asked.replaceFirst(".*deadlines\\.(\\w+)\\(execution\\).*|.*'(\\w+)'.*", "$1$2"), due);
        });
        if (timers.containsValue(now + 1)) {
            return;
        }
        timers.forEach((kind, due) -> assertThat(awake(due))
                .as("timer %s of %s%s at %s", kind, person.number, person.expected, Instant.ofEpochSecond(now))
                .isEqualTo(Math.min(NEVER, person.expected.next(kind))));
        compareDeadlines(person);
        tasks.createTaskQuery()
                .processInstanceId(person.instance)
                .taskDefinitionKey("userTask_confirmTheRecord")
                .list()
                .forEach(task -> assertThat(instant(
                                task.getDueDate() == null
                                        ? Long.MAX_VALUE
                                        : task.getDueDate().toInstant().getEpochSecond()))
                        .isEqualTo(instant(deadline(person, "CONFIRMATION").due)));
    }

    private static OneClock deadline(Person person, String kind) {
        return person.expected.deadlines().stream()
                .filter(deadline -> deadline.kind.equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void compareDeadlines(Person person) {
        Map<String, String> stored = deadlines.of(person.id).stream()
                .collect(Collectors.toMap(
                        Deadline::name,
                        deadline -> "%s due %s, at risk %s, computable %s"
                                .formatted(
                                        deadline.state(),
                                        deadline.dueAt(),
                                        deadline.atRiskAt(),
                                        deadline.notComputable() == null)));
        Map<String, String> expected = person.expected.deadlines().stream()
                .collect(Collectors.toMap(
                        deadline -> deadline.name,
                        deadline -> "%s due %s, at risk %s, computable %s"
                                .formatted(
                                        deadline.state(),
                                        instant(deadline.due),
                                        instant(deadline.atRisk),
                                        deadline.computable)));
        assertThat(stored).as(person.number + person.expected).isEqualTo(expected);
    }

    private void compare(Person person) {
        person.expected.until(LAST + 1);
        compareDeadlines(person);
        record Entry(String deadline, String stage, String dueAt, Set<String> told) {}
        List<Entry> entered = new ArrayList<>();
        List<Long> when = new ArrayList<>();
        entries.of(person.id).stream()
                .filter(entry -> entry.step().equals("deadline"))
                .forEach(entry -> {
                    entered.add(new Entry(
                            (String) entry.fields().get("deadline"),
                            (String) entry.fields().get("stage"),
                            (String) entry.fields().get("dueAt"),
                            new TreeSet<>(((List<?>) entry.fields().get("notified"))
                                    .stream().map(String::valueOf).toList())));
                    when.add(entry.submittedAt().getEpochSecond());
                });
        List<NaiveCase.Told> told = person.expected.told();
        assertThat(entered)
                .as(person.number + person.expected)
                .containsExactlyInAnyOrderElementsOf(told.stream()
                        .map(one -> new Entry(
                                one.deadline(),
                                one.stage(),
                                one.dueAt() == null
                                        ? null
                                        : Instant.ofEpochSecond(one.dueAt()).toString(),
                                one.told()))
                        .toList());
        List<Long> expected = told.stream().map(NaiveCase.Told::at).sorted().toList();
        when.sort(Comparator.naturalOrder());
        for (int index = 0; index < when.size(); index++) {
            // Of two timers that are due in the same second, the second may fire in the next one.
            assertThat(when.get(index) - expected.get(index))
                    .as(person.number + person.expected)
                    .isBetween(-1L, 1L);
        }
        Set<NaiveCase.Recorded> recorded = jdbc.sql("""
                        select deadline.name as name, stage, deadline_stage.due_at as due, fired from deadline_stage
                          join deadline on deadline.id = deadline_stage.deadline_id where deadline.complaint_id = :id
                        """)
                .param("id", person.id)
                .query((row, index) -> new NaiveCase.Recorded(
                        row.getString("name"),
                        row.getString("stage"),
                        row.getObject("due", OffsetDateTime.class).toEpochSecond(),
                        row.getBoolean("fired")))
                .set();
        assertThat(recorded).as(person.number + person.expected).isEqualTo(person.expected.recorded());
        assertThat(jdbc.sql("""
                                select count(*) from act_hi_taskinst task
                                  join act_hi_procinst process on process.id_ = task.proc_inst_id_
                                where process.business_key_ = :number
                                  and task.task_def_key_ = 'userTask_takeUpTheEscalation'
                                """)
                        .param("number", person.number)
                        .query(Integer.class)
                        .single())
                .as("tasks to take up " + person.number + person.expected)
                .isEqualTo(person.expected.notes());
    }

    // What people do.

    private void register(Random random, String site) {
        long now = now();
        NaiveCase expected = new NaiveCase(sites.get(site), DeadlineSimulationIT::awake);
        Person person = new Person(random, site, expected);
        Map<String, Object> form = io.redress.testing.Complaints.registration("site", site);
        long received = now;
        if (random.nextInt(10) < 3) {
            received = (now - random.nextInt(5 * 1440) * 60L) / 60 * 60;
            form.put("receivedAt", time(received));
        }
        ProcessInstance instance = desk.start(CLERK, "complaint-handling", form);
        person.instance = instance.getId();
        person.number = instance.getBusinessKey();
        person.id = complaints.find(person.number).orElseThrow().id();
        jobs(person.instance);
        expected.start(new OneClock("CONFIRMATION", "CONFIRMATION", 24, "hours", null, false, received), now);
        Rule rule = policy.get(site);
        if (rule != null) {
            OneClock resolution = new OneClock(
                    "RESOLUTION", "RESOLUTION", rule.amount(), rule.unit(), "senior-management", true, received);
            resolution.percent = rule.percent();
            expected.start(resolution, now);
        }
        people.add(person);
        byInstance.put(person.instance, person);
        touched.add(person);
        next(person);
    }

    /** Draws what happens next to the case: often just when time does something too, or a second before. */
    private void next(Person person) {
        long now = now();
        Random random = person.random;
        long stage = person.expected.next();
        long at;
        int how = random.nextInt(20);
        if (how < 8 && stage - now < 60 * NaiveSite.DAY) {
            at = stage - 1 + random.nextInt(2);
        } else if (how < 14) {
            at = now + 1 + random.nextInt(6 * 3600);
        } else if (how < 18) {
            at = now + 1 + random.nextInt(3 * (int) NaiveSite.DAY);
        } else {
            at = now + 1 + random.nextInt(40 * (int) NaiveSite.DAY);
        }
        if (person.left-- > 0) {
            add(person, Math.max(at, now + 1), () -> something(person));
        } else if (random.nextInt(10) > 0) {
            add(person, Math.max(at, now + 1), () -> confirm(person));
        }
    }

    private void add(Person person, long at, Runnable deed) {
        long when = awake(at);
        acts.add(new Act(when, order++, () -> {
            person.expected.until(now());
            if (person.expected.unsettled(now())) {
                add(person, now() + 1, deed);
                return;
            }
            deed.run();
            if (!person.closed) {
                touched.add(person);
                next(person);
            }
        }));
    }

    private void something(Person person) {
        Random random = person.random;
        NaiveCase expected = person.expected;
        long now = now();
        List<String> waiting = List.copyOf(expected.waiting());
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                String reason = REASONS.get(random.nextInt(REASONS.size()));
                deadlines.pause(person.id, PauseReason.valueOf(reason), time.instant(), CLERK);
                expected.pause(reason, now);
            }
            case 3, 4, 5 -> {
                String reason = waiting.isEmpty() ? "CUSTOMER" : waiting.get(random.nextInt(waiting.size()));
                deadlines.resume(person.id, PauseReason.valueOf(reason), time.instant(), CLERK);
                expected.resume(reason, now);
            }
            case 6, 7 -> {
                List<OneClock> all = expected.deadlines();
                OneClock deadline = all.get(random.nextInt(all.size()));
                String unit = UNITS.get(random.nextInt(UNITS.size()));
                int amount = amount(random, unit);
                deadlines.retarget(
                        person.id,
                        deadline.kind,
                        deadline.name,
                        new Target(amount, DeadlineUnit.named(unit).orElseThrow()),
                        time.instant(),
                        CLERK,
                        "another target");
                expected.retarget(deadline.name, amount, unit, now);
            }
            case 8 -> addOutsideDeadline(person);
            default -> {
                if (random.nextInt(4) == 0) {
                    deadlines.cancelAll(person.id, time.instant(), CLERK, "withdrawn");
                    expected.cancel(now);
                }
            }
        }
    }

    private void addOutsideDeadline(Person person) {
        Random random = person.random;
        String unit = UNITS.get(random.nextInt(UNITS.size()));
        int amount = amount(random, unit);
        long start = (now() / 60 - random.nextInt(4 * 1440) + 1440) * 60;
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("number", person.number);
        form.put("addition", "outside-deadline");
        form.put("deadlineName", "12315 " + ++person.outside);
        form.put("deadlineStartsAt", time(start));
        form.put("deadlineAmount", amount);
        form.put("deadlineUnit", unit);
        ProcessInstance addition = desk.start(CLERK, "case-addition", form);
        jobs(addition.getId());
        person.expected.start(
                new OneClock(
                        "OUTSIDE", "12315 " + person.outside, amount, unit, "customer-service-manager", false, start),
                now());
    }

    private void confirm(Person person) {
        desk.submit(
                CLERK,
                tasks.createTaskQuery()
                        .processInstanceId(person.instance)
                        .taskDefinitionKey("userTask_confirmTheRecord")
                        .singleResult(),
                io.redress.testing.Complaints.confirmation());
        person.expected.meet("CONFIRMATION", now());
        jobs(person.instance);
        person.expected.close(now());
        person.closed = true;
        assertThat(complaints.find(person.id).orElseThrow().closed()).isTrue();
    }

    private static int amount(Random random, String unit) {
        return 1
                + random.nextInt(
                        switch (unit) {
                            case "minutes" -> 300;
                            case "hours" -> 120;
                            case "days" -> 12;
                            case "working-days" -> 8;
                            default -> 40;
                        });
    }

    // What owners do.

    private void supermarketsAnswerSooner() {
        deploy(Map.of("rule_RESOLUTION_supermarket_amount", "48", "rule_RESOLUTION_creditUnion_simple_amount", "2"));
        policy.put("supermarket", new Rule(48, "hours", 75));
        policy.put("bank", new Rule(2, "working-days", 75));
        apply();
    }

    private void officesCountOpeningHours() {
        String rule = "rule_RESOLUTION_mallAfterSalesProperty_simple_";
        deploy(Map.of(rule + "amount", "20", rule + "unit", "\"business-hours\"", rule + "warnAt", "50"));
        for (String site : List.of("mall-service-centre", "office", "property-office")) {
            policy.put(site, new Rule(20, "business-hours", 50));
        }
        policy.put("supermarket", new Rule(72, "hours", 75));
        policy.put("bank", new Rule(1, "working-days", 75));
        apply();
    }

    private void theNextYearIsAnnounced() {
        FILES.restore("holidays/cn-2026.yaml");
        calendars.reload();
        sites = NaiveSite.sites(new NaiveSite.Holidays(2024, 2025, 2026), "10:00-21:30");
        apply();
    }

    private void theMallClosesEarlier() {
        FILES.replace("calendars.yaml", "daily: 10:00-21:30", "daily: 10:00-20:00");
        calendars.reload();
        sites = NaiveSite.sites(new NaiveSite.Holidays(2024, 2025, 2026), "10:00-20:00");
        apply();
    }

    private void deploy(Map<String, String> cells) {
        String table = OneStep.policy();
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String changed = table.replaceAll("(id=\"" + cell.getKey() + "\">\\s*<text>)[^<]*", "$1" + cell.getValue());
            assertThat(changed).isNotEqualTo(table);
            table = changed;
        }
        repository.createDeployment().addString("deadline-policy.dmn", table).deploy();
    }

    private void apply() {
        List<Person> open = people.stream().filter(person -> !person.closed).toList();
        open.forEach(person -> person.expected.until(now()));
        Set<String> moves =
                open.stream().flatMap(person -> moves(person).stream()).collect(Collectors.toSet());
        List<DueDateChange> shown = recomputation.dryRun();
        List<DueDateChange> moved = recomputation.apply("process-owner");
        assertThat(moved).isEqualTo(shown);
        assertThat(shown.stream()
                        .map(move -> move.complaintId() + " " + move.name() + " " + move.from() + " " + move.to()))
                .containsExactlyInAnyOrderElementsOf(moves);
        touched.addAll(open);
    }

    private Set<String> moves(Person person) {
        Map<String, Instant> before = new HashMap<>();
        person.expected.deadlines().forEach(deadline -> before.put(deadline.name, instant(deadline.due)));
        Rule rule = policy.get(person.site);
        person.expected.recompute(
                sites.get(person.site),
                rule == null ? 0 : rule.amount(),
                rule == null ? null : rule.unit(),
                rule == null ? 0 : rule.percent(),
                now());
        return person.expected.deadlines().stream()
                .filter(deadline -> !Objects.equals(before.get(deadline.name), instant(deadline.due)))
                .map(deadline ->
                        person.id + " " + deadline.name + " " + before.get(deadline.name) + " " + instant(deadline.due))
                .collect(Collectors.toSet());
    }

    private void at(String when, Runnable deed) {
        acts.add(new Act(second(when), order++, deed));
    }

    // Time and files.

    private long now() {
        return time.instant().getEpochSecond();
    }

    private void jobs(String instance) {
        management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private static long awake(long second) {
        for (long[] down : DOWN) {
            if (second >= down[0] && second < down[1]) {
                return down[1];
            }
        }
        return second;
    }

    private static Instant instant(long second) {
        return second == Long.MAX_VALUE ? null : Instant.ofEpochSecond(second);
    }

    private static long second(String time) {
        return OffsetDateTime.parse(time).toEpochSecond();
    }

    private static String time(long second) {
        return Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(8)).toString();
    }
}
