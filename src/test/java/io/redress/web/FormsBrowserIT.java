package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.testing.Cases;
import io.redress.testing.Chromium;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.InABrowser;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Complaints go their course in the real Tasklist, each form filled in by the person whose turn it is; no word of another
 * language stands on it.
 */
@InABrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FormsBrowserIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where a case waits for nobody but the day. */
    private static final Set<String> WAITS = Set.of("event_timeToCall", "event_nextTryDue", "event_15DayHoldOver");

    private static final Map<String, Object> PLAN = Map.of(
            "compensation", "refund", "compensationAmount", "58.00", "responsibleDepartment", "quality-inspection");
    private static final Map<String, Object> REACHED =
            Map.of("reached", "yes", "satisfaction", "satisfied", "solved", "solved");
    private static final Map<String, Object> REFUSED = Map.of("reached", "yes", "satisfaction", "dissatisfied");
    private static final Map<String, Object> NO_PLAN = Map.of("planOffered", "no", "decision", "offer");

    private static final Map<String, Object> LOSS = Map.of(
            "lostPaper", "receipt",
            "paperAmount", "300.00",
            "paperIssuedOn", "2026-03-02",
            "namesOnPaper", "李明",
            "holderName", "李明",
            "holderDocument", "resident-card",
            "holderIdNumber", "11010519491231002X",
            "lossReportedBy", "holder",
            "salesConsultant", "sales-consultant");

    private static final Map<String, Object> SETTLED = Map.ofEntries(
            Map.entry("settlementAnswer", "agreed"),
            Map.entry("settlementAmount", "180.00"),
            Map.entry("payeeKind", "customer"),
            Map.entry("payeeName", "李明"),
            Map.entry("payeeDocument", "resident-card"),
            Map.entry("payeeIdNumber", "11010519491231002X"),
            Map.entry("paidBy", "cash"));

    private static final String DESCRIPTION = "昨天买的牛奶已经胀包，孩子喝了一口。";
    private static final String CUSTOMER = "陈建国";
    private static final String RECEIPT = "客户送来小票。";

    /** What customers wrote, the usual one among them. */
    private static final List<String> WRITTEN = Stream.concat(
                    io.redress.testing.Complaints.said(),
                    Stream.of(DESCRIPTION, CUSTOMER, RECEIPT, "手腕肿了", "购物小票", "春风服饰", "江城财产保险", "W-1", "江城银行"))
            .toList();

    private final Chromium chromium;

    @Autowired
    private Desk counter;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Clerk clerk;

    @Autowired
    private Complaints complaints;

    @Autowired
    private InsurancePolicies policies;

    @Autowired
    private Sentences sentences;

    @Autowired
    private Groups groups;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    private final Random random = new Random(20260302);
    private final Map<String, Tasklist> people = new HashMap<>();

    /** What the whole walk of the first test has shown need not be shown again. */
    private final Set<String> filledIn = new TreeSet<>();

    private final Map<String, Set<String>> foreign = new TreeMap<>();

    FormsBrowserIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @AfterAll
    void peopleGoHome() {
        people.values().forEach(Tasklist::close);
    }

    @Test
    @Order(1)
    void aComplaintGoesFromRegistrationToArchiveAtTheDesksOfThoseConcerned() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("channel", "phone");
        registration.put("customerName", CUSTOMER);
        registration.put("description", DESCRIPTION);
        registration.put("amountClaimed", "58");
        Script script = new Script(() -> start("complaint-handling", registration));
        String number = script.begin();

        List<String> done = walk(number, script, task -> true);

        assertThat(done)
                .containsExactlyInAnyOrder(
                        "confirm-the-record",
                        "start-the-investigation",
                        "give-the-first-answer",
                        "investigate-complaint",
                        "investigate-complaint",
                        "conclude-on-responsibility",
                        "draw-up-the-plan",
                        "approve-the-plan",
                        "approve-the-compensation",
                        "agree-with-the-customer",
                        "carry-out-the-measure",
                        "pay-the-compensation",
                        "tell-the-result",
                        "call-the-customer",
                        "write-down-the-lesson");
        Tasklist clerk = at("customer-service");
        assertThat(clerk.visit("/cases/" + number).text()).contains("58.00", CUSTOMER);
        look(clerk, "archived");
        nothingIsWrong();
    }

    @Test
    @Order(2)
    void everyFormCanBeFilledInAndIsTaken() throws IOException {
        Set<String> open = forms();
        open.removeAll(filledIn);
        for (Script script : scripts()) {
            String number = script.begin();
            walk(number, script, task -> !filledIn.contains(form(task)));
            assertThat(at("customer-service").visit("/cases/" + number).text())
                    .contains(sentences.say("cases.state-closed"));
        }
        assertThat(filledIn).containsAll(open);
        nothingIsWrong();
    }

    private List<Script> scripts() {
        Map<String, Object> again = registration();
        Map<String, Object> late = registration();
        late.put("receivedAt", OffsetDateTime.now().minusDays(20).toString());
        late.put("media", true);
        return List.of(
                new Script(() -> cases.register(Cases.START, lostReceipt()))
                        .says("register-the-loss", LOSS)
                        .says("look-up-the-ledger-copy", Map.of("ledgerCopy", "ledger"))
                        .says("collect-the-signatures", signedToday())
                        .says("receive-the-customer", Map.of("visitor", "holder", "visitPurpose", "refund"))
                        .then(
                                "receive-the-customer",
                                Map.of(
                                        "visitor", "agent",
                                        "visitPurpose", "copies",
                                        "agentDocument", "passport",
                                        "agentIdNumber", "E12345678"))
                        .says("review-the-refund", Map.of("refundReview", "not-due")),
                new Script(this::presentedBySomebodyElse)
                        .says("decide-whose-the-paper-is", Map.of("paperOwner", "somebody-else")),
                new Script(() -> cases.register(Cases.START, atTheMall("environment-accident")))
                        .says("decide-on-responsibility", Map.of("liability", "evidence-missing"))
                        .then("decide-on-responsibility", Map.of("liability", "not-ours", "goodwill", "yes"))
                        .says("agree-the-compensation", and(SETTLED, "papersNeededList", "购物小票"))
                        .says("check-the-papers", Map.of("papersComplete", "no", "papersMissing", "购物小票"))
                        .then("check-the-papers", Map.of("papersComplete", "no", "papersMissing", "购物小票"))
                        .says("decide-without-the-papers", Map.of("withoutPapers", "go-on"))
                        .says("hand-over-against-signatures", Map.of("signed", "no"))
                        .lapses("receive-the-papers", "PAPERS", 2),
                new Script(() -> cases.register(Cases.START, atTheMall("merchant-compensation")))
                        .says(
                                "decide-on-responsibility",
                                Map.of("liability", "not-ours", "merchant", "unlisted", "unlistedMerchant", "春风服饰"))
                        .says("agree-the-compensation", SETTLED)
                        .says("confirm-the-payment", Map.of("merchantPaid", "no"))
                        .says("decide-in-the-merchants-place", Map.of("inItsPlace", "mall-pays"))
                        .says("hand-over-against-signatures", Map.of("signed", "yes"))
                        .says("recover-the-money", Map.of("recoveryNews", "doubtful"))
                        .says("decide-on-the-loss", Map.of("lossDecision", "write-off")),
                // With the insurer: the merchant advances it, by the desk that stands for it, and has it back.
                new Script(this::insuredAtTheMall)
                        .says(
                                "decide-on-responsibility",
                                Map.of(
                                        "liability",
                                        "ours",
                                        "coveredByPolicy",
                                        "yes",
                                        "merchant",
                                        "unlisted",
                                        "unlistedMerchant",
                                        "春风服饰"))
                        .says("report-to-the-insurer", Map.of("reportedBy", "otherwise"))
                        .says("record-the-insurers-answer", Map.of("insurersOpinion", "not-covered"))
                        .says("decide-how-the-claim-goes-on", Map.of("claimDecision", "go-on"))
                        .says("agree-the-compensation", SETTLED)
                        .says("check-the-papers", Map.of("papersComplete", "yes", "insurersConsent", "given"))
                        .says("confirm-the-advance", Map.of("merchantPaid", "yes"))
                        .says("take-over-the-papers", Map.of("handedOverBy", "customer-service"))
                        .says("submit-the-claim", Map.of("claimedAmount", "180.00"))
                        .says(
                                "record-the-insurers-decision",
                                Map.of("insurersDecision", "accepted", "acceptedAmount", "130.00"))
                        .says("book-the-payout", Map.of("payoutNews", "ended"))
                        .says("decide-on-the-shortfall", Map.of("shortfallBearer", "mall"))
                        .says(
                                "repay-the-merchant",
                                Map.of("repaymentBank", "江城银行", "repaymentAccount", "1001234567890123")),
                new Script(() -> cases.register(Cases.START, hurt("premises")))
                        .says(
                                "decide-on-company-and-advance",
                                Map.of("companyDecision", "yes", "advanceDecision", "yes", "advanceAmount", "300.00"))
                        .says("provide-emergency-funds", Map.of("funds", "paid"))
                        .says("speak-to-witnesses", Map.of("witnessNews", "heard"))
                        .says("conclude-on-liability", Map.of("injuryLiability", "disputed"))
                        .says("conduct-the-legal-case", Map.of("legalResult", "judgment-for-us"))
                        .says("decide-on-the-advance", Map.of("advanceFate", "keep")),
                new Script(this::hurtAtNightByGoods)
                        .says("provide-emergency-funds", Map.of("funds", "paid"))
                        .says("decide-on-a-further-advance", Map.of("furtherAdvance", "no"))
                        .says("speak-to-witnesses", Map.of("witnessNews", "nobody"))
                        .says("secure-the-goods", Map.of("stopOfSale", "yes"))
                        .says("conclude-on-liability", Map.of("injuryLiability", "not-ours"))
                        .says("decide-on-the-advance", Map.of("advanceFate", "keep")),
                new Script(this::postedWithoutACategory).says("classify-complaint", Map.of("category", "price")),
                new Script(() -> {
                            cases.register(Cases.START, again);
                            return cases.register(Cases.START, again);
                        })
                        .says("compare-with-the-earlier-complaint", Map.of("sameMatter", "no")),
                new Script(() -> {
                            String number = cases.register(Cases.START, late);
                            escalations(number);
                            return number;
                        })
                        .says("take-up-the-escalation", Map.of("escalationDecision", "give-back")),
                new Script(() -> {
                            String number = cases.register(Cases.START, registration());
                            cases.task(number);
                            start(
                                    "case-addition",
                                    Map.of(
                                            "number", number,
                                            "addition", "more-evidence",
                                            "moreEvidence", RECEIPT));
                            return number;
                        })
                        .says("investigate-complaint", Map.of("orderAnswer", "sent-back"))
                        .then("investigate-complaint", Map.of("orderAnswer", "finding"))
                        .says("conclude-on-responsibility", Map.of("conclusion", "facts-missing"))
                        .then("conclude-on-responsibility", Map.of("conclusion", "valid"))
                        .says("agree-with-the-customer", Map.of("customerAnswer", "refused"))
                        .then("agree-with-the-customer", Map.of("customerAnswer", "accepted"))
                        .refusesUntilSeniorManagementDecides(),
                new Script(() -> cases.register(Cases.START, registration()))
                        .says("conclude-on-responsibility", Map.of("conclusion", "not-valid")),
                new Script(() -> cases.register(Cases.START, accidentAtALocalOffice()))
                        .says("clarify-with-the-customer", Map.of("failedBefore", "no"))
                        .says(
                                "visit-the-scene-with-the-customer",
                                Map.of("headsAtTheScene", List.of("property-manager")))
                        .says("check-what-the-office-has-done", Map.of("officeSettled", "no"))
                        .says("ask-the-office-for-cause-and-progress", Map.of("complaintValid", "no")));
    }

    private String insuredAtTheMall() {
        policies.importTable("""
                number,insurer,site,covers,from,to,excess,case-limit
                W-1,江城财产保险,mall-service-centre,merchant,2000-01-01,2099-12-31,50,200000
                """.getBytes(StandardCharsets.UTF_8), "admin", Instant.now());
        return cases.register(Cases.START, atTheMall("merchant-compensation"));
    }

    private static Map<String, Object> hurt(String place) {
        return and(io.redress.testing.Complaints.hurt(atTheMall("personal-injury")), "injuryPlace", place);
    }

    /** The petty cash pays, whatever the hour of the test; more is asked for, and one more witness named. */
    private String hurtAtNightByGoods() {
        String number = cases.register(Cases.START, hurt("goods-at-home"));
        cases.settle();
        Task decision = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("userTask_decideOnCompanyAndAdvance")
                .singleResult();
        // What was found first holds.
        jdbc.sql("alter table treatment_advance alter column petty_cash set default true")
                .update();
        counter.submit(
                "duty-manager",
                decision,
                and(
                        Map.of("companyDecision", "no", "advanceDecision", "yes", "advanceAmount", "200.00"),
                        "helpReason",
                        DESCRIPTION));
        cases.settle();
        jdbc.sql("alter table treatment_advance alter column petty_cash set default null")
                .update();
        counter.start("customer-service", "case-addition", Map.of("number", number, "addition", "another-witness"));
        counter.start(
                "customer-service",
                "case-addition",
                and(
                        Map.of("number", number, "addition", "treatment-costs", "treatmentCost", "80.00"),
                        "treatmentCostFor",
                        DESCRIPTION));
        cases.settle();
        return number;
    }

    private String presentedBySomebodyElse() {
        String number = cases.register(Cases.START, lostReceipt());
        counter.submit(
                "cashier",
                cases.task(number),
                and(and(LOSS, "receiptNumber", "20260317"), "lossCircumstances", DESCRIPTION));
        cases.settle();
        counter.start("cashier", "case-addition", Map.of("number", number, "addition", "receipt-presented"));
        cases.settle();
        return number;
    }

    private static Map<String, Object> lostReceipt() {
        Map<String, Object> registration = registration();
        registration.put("site", "property-office");
        registration.put("category", "lost-receipt");
        return registration;
    }

    private static Map<String, Object> atTheMall(String category) {
        Map<String, Object> registration = registration();
        registration.put("site", "mall-service-centre");
        registration.put("category", category);
        return registration;
    }

    private static Map<String, Object> and(Map<String, Object> said, String field, Object value) {
        Map<String, Object> more = new HashMap<>(said);
        more.put(field, value);
        return more;
    }

    private static Map<String, Object> signedToday() {
        String today = LocalDate.now(SHANGHAI).toString();
        return Map.of("customerSignedOn", today, "consultantSignedOn", today, "managerSignedOn", today);
    }

    private static Map<String, Object> registration() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("channel", "letter");
        registration.put("category", "price");
        return registration;
    }

    private static Map<String, Object> accidentAtALocalOffice() {
        Map<String, Object> registration = registration();
        registration.put("site", "property-office");
        registration.put("localOffice", "property-office");
        registration.put("category", "environment-accident");
        return registration;
    }

    /** Leads a case to its end; gives the forms that were filled in in the browser. */
    private List<String> walk(String number, Script script, Predicate<Task> inTheBrowser) {
        List<String> done = new ArrayList<>();
        for (Optional<Task> next = next(number); next.isPresent(); next = next(number)) {
            Task task = next.get();
            String form = form(task);
            if (script.lapsed(form).isPresent()) {
                over(number, script.lapsed(form).get());
                script.lapse(form);
                continue;
            }
            script.lapse(form);
            Map<String, Object> wanted = script.next(form);
            if (inTheBrowser.test(task)) {
                String person = clerk.person(task);
                Tasklist desk = at(person).openTask(task);
                if (task.getAssignee() == null) {
                    desk.claim();
                }
                counter.giveEvidence(person, task);
                fill(desk, form, clerk.filled(person, task, wanted, random));
                desk.complete();
                desk.leave();
                done.add(form);
            } else {
                clerk.answer(task, wanted, random);
            }
        }
        return done;
    }

    /** Fills in the form that starts a process, and gives the number of the case. */
    private String start(String process, Map<String, Object> wanted) {
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        Tasklist desk = at("customer-service");
        desk.visit("/camunda/app/tasklist/default/").openStartForm(newest.getName());
        fill(desk, process, clerk.filled("customer-service", newest, wanted, random));
        String number = desk.start().path("businessKey").asText();
        desk.leave();
        return number;
    }

    private void fill(Tasklist desk, String form, Clerk.Filled filled) {
        desk.fill(filled);
        look(desk, form);
        filledIn.add(filled.form().id());
    }

    /** Takes a picture, and remembers the words of another language. */
    private void look(Tasklist desk, String page) {
        desk.pictureAsItIs("%s-form-%s".formatted(sentences.language().code(), page));
        // Behind a person's name stands the login; the administrator has no name.
        List<String> names = Stream.concat(
                        Stream.of("admin"),
                        groups.all().stream()
                                .flatMap(group ->
                                        Stream.concat(group.demoPerson().stream(), Stream.of("· " + group.id()))))
                .toList();
        Set<String> words = desk.foreignWords(Stream.of(Clerk.WORDS, WRITTEN, names)
                .flatMap(Collection::stream)
                .toList());
        if (!words.isEmpty()) {
            foreign.put(page, words);
        }
    }

    private void nothingIsWrong() {
        assertThat(foreign).isEmpty();
        assertThat(people.values())
                .allSatisfy(person -> assertThat(person.faults()).isEmpty());
    }

    /** What is to be done next in the case, by whomever; none when it is archived and nobody is to be told anything. */
    private Optional<Task> next(String number) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            Optional<Task> task = tasks
                                    .createTaskQuery()
                                    .processInstanceBusinessKey(number)
                                    .initializeFormKeys()
                                    .orderByTaskCreateTime()
                                    .asc()
                                    .list()
                                    .stream()
                                    .findFirst();
                            if (task.isEmpty()) {
                                timePasses(number);
                            }
                            return task;
                        },
                        task -> task.isPresent()
                                || runtime.createProcessInstanceQuery()
                                                .processInstanceBusinessKey(number)
                                                .count()
                                        == 0);
    }

    /**
     * Where only days stand between the case and its next step, they are over: what the case waits for is due. The time of a demo
     * would move all that runs in this JVM.
     */
    private void timePasses(String number) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(timer -> WAITS.contains(management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()))
                .forEach(timer -> {
                    past(number, "NEXT_TRY");
                    past(number, "RECEIPT_HOLD");
                    management.executeJob(timer.getId());
                });
    }

    /** The days of a deadline are over, and what waits for its end goes on. */
    private void over(String number, String kind) {
        past(number, kind);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(timer -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                        .equals("event_30DaysWithoutPapers"))
                .forEach(timer -> management.executeJob(timer.getId()));
    }

    private void past(String number, String kind) {
        jdbc.sql("""
                        update deadline set due_at = :past where kind = :kind
                          and complaint_id = (select id from complaint where number = :number)
                        """)
                .param("number", number)
                .param("kind", kind)
                .param("past", OffsetDateTime.now().minusDays(3))
                .update();
    }

    private Tasklist at(String person) {
        return people.computeIfAbsent(
                person,
                login -> chromium.tasklist(rest.address(), sentences.language()).enter(login));
    }

    private static String form(Task task) {
        return task.getCamundaFormRef().getKey();
    }

    private String postedWithoutACategory() {
        Map<String, Object> registration = registration();
        registration.values().removeIf(Objects::isNull);
        registration.remove("category");
        registration.put("receivedAt", atNight());
        Rest.Answer posted = rest.send(
                "intake-api",
                "POST",
                "/api/complaints",
                registration,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(posted.status()).as(posted.toString()).isEqualTo(201);
        return posted.body().path("number").asText();
    }

    /** When the supermarket is closed. */
    private static String atNight() {
        return LocalDate.now(SHANGHAI)
                .minusDays(1)
                .atTime(3, 0)
                .atZone(SHANGHAI)
                .toOffsetDateTime()
                .toString();
    }

    /** The people of the case would be done before the executor's next look at what is overdue. */
    private void escalations(String number) {
        await().atMost(PATIENCE)
                .until(() ->
                        tasks.createTaskQuery().processInstanceBusinessKey(number).initializeFormKeys().list().stream()
                                .map(FormsBrowserIT::form)
                                .collect(Collectors.toSet())
                                .containsAll(Set.of("take-up-the-escalation", "write-the-report")));
    }

    private static Set<String> forms() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms.map(form -> form.getFileName().toString().replace(".form", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** How a case begins, and what people say in its forms, in turn; the last is said again. */
    private static final class Script {

        private final Supplier<String> beginning;
        private final Map<String, Deque<Map<String, Object>>> answers = new HashMap<>();

        /** At which of its cards the days of a step are over, with the deadline that says so; counted down. */
        private final Map<String, Deque<Optional<String>>> lapses = new HashMap<>();

        {
            // Unless the test says otherwise, a complaint is found valid and settled with a refund.
            says("investigate-complaint", Map.of("orderAnswer", "finding"));
            says("start-the-investigation", Map.of("departments", List.of("quality-inspection", "logistics")));
            says("decide-on-the-work-order", Map.of("department", "logistics"));
            says("conclude-on-responsibility", Map.of("conclusion", "valid"));
            says("draw-up-the-plan", PLAN);
            says("approve-the-plan", Map.of("planDecision", "approved"));
            says("approve-the-compensation", Map.of("compensationDecision", "approved"));
            says("agree-with-the-customer", Map.of("customerAnswer", "accepted"));
            says("explain-the-finding", Map.of("findingAccepted", "yes"));
            says("tell-the-customer", Map.of("deliveryOutcome", "told"));
            for (String level :
                    List.of("propose-a-solution", "deliberate-with-departments", "decide-on-the-complaint")) {
                says(level, NO_PLAN);
            }
            says("tell-the-result", REACHED);
            says("call-the-customer", REACHED);
            says("take-up-the-escalation", Map.of("escalationDecision", "advise"));
        }

        Script(Supplier<String> beginning) {
            this.beginning = beginning;
        }

        Script says(String form, Map<String, Object> answer) {
            answers.put(form, new ArrayDeque<>());
            return then(form, answer);
        }

        /** At its n-th card nobody comes in time. */
        Script lapses(String form, String deadline, int card) {
            Deque<Optional<String>> cards = new ArrayDeque<>();
            for (int before = 1; before < card; before++) {
                cards.add(Optional.empty());
            }
            cards.add(Optional.of(deadline));
            lapses.put(form, cards);
            return this;
        }

        Optional<String> lapsed(String form) {
            return Optional.ofNullable(lapses.get(form)).map(Deque::peek).flatMap(card -> card);
        }

        /** The next card of the form comes. */
        void lapse(String form) {
            Optional.ofNullable(lapses.get(form)).ifPresent(Deque::poll);
        }

        /** Each level of the ladder answers, the departments three times, and then comes the one that decides. */
        Script refusesUntilSeniorManagementDecides() {
            says("tell-the-result", REFUSED);
            for (int round = 2; round <= 6; round++) {
                then("tell-the-result", REFUSED);
            }
            return then("tell-the-result", REACHED);
        }

        Script then(String form, Map<String, Object> answer) {
            answers.get(form).add(answer);
            return this;
        }

        String begin() {
            return beginning.get();
        }

        Map<String, Object> next(String form) {
            Deque<Map<String, Object>> left = answers.getOrDefault(form, new ArrayDeque<>(List.of(Map.of())));
            return left.size() > 1 ? left.pop() : left.peek();
        }
    }
}
