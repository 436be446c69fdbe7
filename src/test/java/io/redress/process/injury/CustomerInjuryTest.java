package io.redress.process.injury;

import static io.redress.testing.WholeCase.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.settlement.Recoveries;
import io.redress.casefile.settlement.Settlements;
import io.redress.casefile.treatment.TreatmentAdvances;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer is hurt (source 000, rules, part 3): from the report to what is paid, explained or judged. */
@ProcessTest
class CustomerInjuryTest {

    private static final String CLERK = "customer-service";
    private static final String DUTY = "duty-manager";
    private static final String RISK = "risk-control";
    private static final String INSURANCE = "insurance-officer";
    private static final String PROPERTY = "property-manager";
    private static final String FINANCE = "finance";

    private static final String DECIDE = "userTask_decideOnCompanyAndAdvance";
    private static final String ACCOMPANY = "userTask_accompanyTheCustomer";
    private static final String FUNDS = "userTask_provideEmergencyFunds";
    private static final String REFUND = "userTask_refundThePettyCash";
    private static final String FURTHER = "userTask_decideOnAFurtherAdvance";
    private static final String WITNESSES = "userTask_speakToWitnesses";
    private static final String WITNESS = "userTask_speakToTheWitness";
    private static final String REPORT = "userTask_reportToTheInsurer";
    private static final String SCENE = "userTask_secureTheScene";
    private static final String GOODS = "userTask_secureTheGoods";
    private static final String ACCIDENT = "userTask_writeTheAccidentReport";
    private static final String CONCLUDE = "userTask_concludeOnLiability";
    private static final String LEGAL = "userTask_conductTheLegalCase";
    private static final String FATE = "userTask_decideOnTheAdvance";
    private static final String EXPLAIN = "userTask_explainTheFinding";
    private static final String AGREE = "userTask_agreeTheCompensation";
    private static final String APPROVE = "userTask_approveTheCompensation";

    private static final Instant NIGHT = Instant.parse("2026-03-04T15:30:00Z");
    private static final Instant DAY = Instant.parse("2026-03-04T03:00:00Z");

    private final Desk desk;
    private final Clerk clerk;
    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final InsuranceClaims claims;
    private final TreatmentAdvances advances;
    private final Settlements settlements;
    private final Recoveries recoveries;
    private final Deadlines deadlines;
    private final Messages messages;
    private final Papers papers;
    private final InsurancePolicies policies;
    private final Ledger ledger;
    private final TestClock clock;

    CustomerInjuryTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired InsuranceClaims claims,
            @Autowired TreatmentAdvances advances,
            @Autowired Settlements settlements,
            @Autowired Recoveries recoveries,
            @Autowired Deadlines deadlines,
            @Autowired Messages messages,
            @Autowired Papers papers,
            @Autowired InsurancePolicies policies,
            @Autowired Ledger ledger,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.clerk = clerk;
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.complaints = complaints;
        this.claims = claims;
        this.advances = advances;
        this.settlements = settlements;
        this.recoveries = recoveries;
        this.deadlines = deadlines;
        this.messages = messages;
        this.papers = papers;
        this.ledger = ledger;
        this.policies = policies;
        this.clock = clock;
    }

    /** One policy for what happens on the premises, one for goods. */
    @BeforeEach
    void register() {
        register("yes");
    }

    /** Others have policies of their own. */
    @AfterEach
    void putAway() {
        register("no");
    }

    private void register(String active) {
        policies.importTable("""
                number,name,insurer,contact,phone,email,site,covers,from,to,excess,case-limit,active
                GZZR-7,公众责任险,江城财产保险,秦朗,13800030001,,mall-service-centre,merchant environment,2026-01-01,2026-12-31,100.00,50000.00,%1$s
                CPZR-7,产品责任险,江城财产保险,秦朗,13800030001,,mall-service-centre,own-goods,2026-01-01,2026-12-31,100.00,50000.00,%1$s
                """.formatted(active).getBytes(StandardCharsets.UTF_8), "admin", clock.instant());
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private ProcessInstance hurt(Instant when, Object... more) {
        clock.set(when);
        Map<String, Object> fields = io.redress.testing.Complaints.registration("site", "mall-service-centre");
        fields.putAll(fields(
                "category",
                "personal-injury",
                "injury",
                true,
                "orderNumber",
                null,
                "email",
                "hurt" + System.nanoTime() + "@example.com",
                "receivedAt",
                when.toString(),
                "injuryPlace",
                "premises",
                "hurtPerson",
                "adult",
                "hurtName",
                null,
                "hurtState",
                "responsive",
                "injurySeen",
                "左手腕肿胀"));
        fields.putAll(fields(more));
        ProcessInstance injured = intake.begun(fields);
        settle(injured);
        return injured;
    }

    /** Whatever needs nobody is done, of the case and all its parts. */
    private void settle(ProcessInstance injured) {
        List<Job> due;
        do {
            due =
                    runtimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(injured.getBusinessKey())
                            .list()
                            .stream()
                            .flatMap(instance -> managementService()
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .messages()
                                    .executable()
                                    .list()
                                    .stream())
                            .toList();
            due.stream()
                    .filter(job -> managementService()
                                    .createJobQuery()
                                    .jobId(job.getId())
                                    .count()
                            > 0)
                    .forEach(job -> managementService().executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    private long id(ProcessInstance injured) {
        return complaints.find(injured.getBusinessKey()).orElseThrow().id();
    }

    private List<String> open(ProcessInstance injured) {
        return taskService().createTaskQuery().processInstanceBusinessKey(injured.getBusinessKey()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    private Optional<Task> find(ProcessInstance injured, String step) {
        return taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(injured.getBusinessKey())
                .taskDefinitionKey(step)
                .list()
                .stream()
                .findFirst();
    }

    private Task task(ProcessInstance injured, String step) {
        return find(injured, step)
                .orElseThrow(() -> new AssertionError("nobody is asked " + step + " but " + open(injured)));
    }

    private void done(ProcessInstance injured, String step, String who, Map<String, Object> fields) {
        Task task = task(injured, step);
        Object advance = desk.open(who, task).get("advanceId");
        if (advance != null) {
            fields.put("advanceId", advance);
        }
        desk.submit(who, task, fields);
        settle(injured);
    }

    private void timer(ProcessInstance injured, String event) {
        managementService()
                .executeJob(
                        runtimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(injured.getBusinessKey())
                                .list()
                                .stream()
                                .flatMap(
                                        instance -> managementService()
                                                .createJobQuery()
                                                .processInstanceId(instance.getId())
                                                .activityId(event)
                                                .list()
                                                .stream())
                                .findFirst()
                                .orElseThrow()
                                .getId());
        settle(injured);
    }

    private void decided(ProcessInstance injured, String company, String advance, String amount) {
        done(
                injured,
                DECIDE,
                DUTY,
                fields(
                        "companyDecision", company,
                        "advanceDecision", advance,
                        "advanceAmount", amount,
                        "helpReason", "监控显示地面有水，自述与所见相符。"));
    }

    private void accompanied(ProcessInstance injured) {
        done(injured, ACCOMPANY, DUTY, fields("hospital", "市一院急诊", "doctorSays", "腕部扭伤", "costSoFar", "380.50"));
    }

    private void provided(ProcessInstance injured, String who) {
        done(injured, FUNDS, who, fields("funds", "paid", "fundsProof", "收据 18", "fundsReason", null));
    }

    private void evidenced(ProcessInstance injured) {
        done(
                injured,
                WITNESSES,
                DUTY,
                fields(
                        "witnessNews", "heard",
                        "witnessName", "赵六",
                        "witnessContact", "13800009999",
                        "witnessSays", "看到顾客滑倒。"));
        done(
                injured,
                SCENE,
                RISK,
                fields("sceneSecured", "已隔离并拍照。", "footageFrom", null, "footageTo", null, "footageKept", "监控室硬盘 3"));
        done(
                injured,
                ACCIDENT,
                RISK,
                fields(
                        "accidentPlace", "二楼电梯前",
                        "accidentHappened", "顾客滑倒，左手着地。",
                        "accidentCause", "花箱漏水。",
                        "accidentMeasures", "撤走花箱。"));
    }

    private void reported(ProcessInstance injured) {
        Task task = task(injured, REPORT);
        desk.submit(
                INSURANCE,
                task,
                fields(
                        "reportedBy", "otherwise",
                        "reportEmail", null,
                        "reportText", desk.open(INSURANCE, task).get("reportText"),
                        "claimNumber", "BA-7",
                        "insurersRequirements", "病历"));
        settle(injured);
    }

    private void concluded(ProcessInstance injured, String liability) {
        done(
                injured,
                CONCLUDE,
                PROPERTY,
                fields(
                        "legalSays",
                        "同意。",
                        "injuryLiability",
                        liability,
                        "merchant",
                        null,
                        "unlistedMerchant",
                        null,
                        "responsibilityReason",
                        "地面湿滑未设警示。"));
    }

    /** Nobody is helped, and all is known. */
    private ProcessInstance atConclude() {
        ProcessInstance injured = hurt(DAY);
        decided(injured, "no", "no", null);
        evidenced(injured);
        reported(injured);
        assertThat(find(injured, CONCLUDE)).isPresent();
        return injured;
    }

    /** The treatment is advanced, and all is known. */
    private ProcessInstance advanced(String amount) {
        ProcessInstance injured = hurt(DAY);
        decided(injured, "no", "yes", amount);
        provided(injured, FINANCE);
        evidenced(injured);
        reported(injured);
        return injured;
    }

    private List<String> told(ProcessInstance injured, String template) {
        return messages.of(id(injured)).stream()
                .filter(message -> message.template().equals(template))
                .map(Message::group)
                .sorted()
                .toList();
    }

    private List<String> moved(ProcessInstance injured) {
        return ledger.lines(id(injured)).stream()
                .map(line -> line.kind() + " " + line.amount() + " " + line.payer() + ">" + line.payee())
                .toList();
    }

    @Test
    void whoeverSeesToItHearsAtOnceAndActsSideBySide() {
        ProcessInstance injured = hurt(DAY);
        assertThat(told(injured, "injury-reported")).containsExactly(DUTY, INSURANCE, PROPERTY, RISK);
        assertThat(open(injured)).contains(DECIDE, WITNESSES, REPORT, SCENE).doesNotContain(CONCLUDE);
        assertThat(messages.of(id(injured))).noneMatch(message -> message.text().contains("左手腕"));
        // If in doubt, no.
        Map<String, Object> shown = desk.open(DUTY, task(injured, DECIDE));
        assertThat(shown).containsEntry("companyDecision", "no").containsEntry("advanceDecision", "no");
        assertThat(shown.get("injurySeen")).isEqualTo("左手腕肿胀");
        assertThat(deadlines.of(id(injured)))
                .extracting(deadline -> deadline.kind())
                .contains("INSURER_REPORT", "ACCIDENT_REPORT", "COMPANY_AND_ADVANCE");
    }

    @Test
    void companyAndAdvanceAreGrantedAndEachIsDone() {
        ProcessInstance injured = hurt(DAY);
        decided(injured, "yes", "yes", "800.00");
        assertThat(told(injured, "injury-help-granted")).containsExactly("general-manager-office", "senior-management");
        assertThat(open(injured)).contains(ACCOMPANY, FUNDS);
        assertThatThrownBy(() -> provided(injured, DUTY)).isInstanceOf(Exception.class);
        provided(injured, FINANCE);
        accompanied(injured);
        assertThat(moved(injured)).containsExactly("PAYMENT 800.00 HOUSE>CUSTOMER");
        assertThat(advances.advanced(id(injured))).isEqualByComparingTo("800");
        evidenced(injured);
        assertThat(find(injured, CONCLUDE)).isEmpty();
        reported(injured);
        assertThat(find(injured, CONCLUDE)).isPresent();
        assertThat(papers.of(id(injured))).extracting(Paper::kind).contains("accident-report");
        assertThat(deadlines.of(id(injured)))
                .filteredOn(deadline -> deadline.kind().equals("EMERGENCY_FUNDS"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.ended()).isTrue());
    }

    @Test
    void atNightThePettyCashPaysAndFinanceLooksAtItTheNextDay() {
        ProcessInstance injured = hurt(NIGHT);
        decided(injured, "no", "yes", "500.00");
        provided(injured, DUTY);
        assertThatThrownBy(() -> done(injured, REFUND, DUTY, fields("refundProof", "付-1")))
                .isInstanceOf(Exception.class);
        done(injured, REFUND, FINANCE, fields("refundProof", "付-1，已看收据 18"));
        assertThat(advances.all(id(injured)))
                .singleElement()
                .satisfies(advance -> assertThat(advance.refundedBy()).isEqualTo(FINANCE));
    }

    @ParameterizedTest
    @CsvSource({"approved, true", "refused, false"})
    void whatIsAboveTheDutyManagersLimitIsApprovedByWhoeverMay(String answer, boolean paid) {
        ProcessInstance injured = hurt(DAY);
        decided(injured, "no", "yes", "2000.01");
        assertThat(find(injured, FUNDS)).isEmpty();
        done(
                injured,
                APPROVE,
                "demo",
                fields("compensationDecision", answer, "compensationReason", paid ? null : "请先就医。"));
        assertThat(find(injured, FUNDS).isPresent()).isEqualTo(paid);
        evidenced(injured);
        reported(injured);
        assertThat(find(injured, CONCLUDE).isPresent()).isEqualTo(!paid);
    }

    @Test
    void whoApprovesAnAdvanceApprovesNothingElseOfTheCase() {
        ProcessInstance injured = advanced("800.00");
        concluded(injured, "ours");
        agreed(injured, "1500.00");
        costs(injured, "1800.00");
        done(
                injured,
                FURTHER,
                DUTY,
                fields("furtherAdvance", "yes", "advanceAmount", "1800.00", "furtherReason", "复诊"));
        done(injured, APPROVE, "demo", fields("compensationDecision", "approved", "compensationReason", null));
        assertThat(ledger.of(id(injured)))
                .extracting(
                        payment -> payment.offer().kind().name(),
                        payment -> payment.state().name())
                .containsExactly(
                        tuple("TREATMENT_ADVANCE", "PAID"),
                        tuple("SETTLEMENT", "OFFERED"),
                        tuple("TREATMENT_ADVANCE", "APPROVED"));
        provided(injured, FINANCE);
    }

    @Test
    void anAdvanceAfterTheDecisionOnTheOthersHasTheirFate() {
        ProcessInstance injured = advanced("800.00");
        concluded(injured, "not-ours");
        done(injured, FATE, "general-manager-office", fields("advanceFate", "reclaim", "advanceFateReason", "顾客自行跌倒。"));
        costs(injured, "100.00");
        done(injured, FURTHER, DUTY, fields("furtherAdvance", "yes", "advanceAmount", "100.00", "furtherReason", "药费"));
        provided(injured, FINANCE);
        assertThat(advances.open(id(injured))).isEmpty();
        assertThat(recoveries.open().stream()
                        .filter(one -> one.complaintId() == id(injured))
                        .toList())
                .hasSize(2);
    }

    @Test
    void moreIsAdvancedOnceWhoeverIsOnDutySaysSo() {
        ProcessInstance injured = advanced("900.00");
        costs(injured, "1200.00");
        done(
                injured,
                FURTHER,
                DUTY,
                fields("furtherAdvance", "yes", "advanceAmount", "1100.00", "furtherReason", "手术费"));
        provided(injured, FINANCE);
        costs(injured, "100.00");
        done(injured, FURTHER, DUTY, fields("furtherAdvance", "no", "advanceAmount", null, "furtherReason", "与事故无关"));
        assertThat(advances.advanced(id(injured))).isEqualByComparingTo("2000");
        // All linked payments count.
        costs(injured, "0.01");
        done(injured, FURTHER, DUTY, fields("furtherAdvance", "yes", "advanceAmount", "0.01", "furtherReason", "药费"));
        assertThat(find(injured, FUNDS)).isEmpty();
        assertThat(find(injured, APPROVE)).isPresent();
    }

    private void costs(ProcessInstance injured, String amount) {
        add(injured, fields("addition", "treatment-costs", "treatmentCost", amount, "treatmentCostFor", "X 光"));
    }

    private void add(ProcessInstance injured, Map<String, Object> said) {
        Map<String, Object> fields = new HashMap<>(said);
        fields.put("number", injured.getBusinessKey());
        ProcessInstance addition = desk.start(CLERK, "case-addition", fields);
        managementService()
                .createJobQuery()
                .processInstanceId(addition.getId())
                .list()
                .forEach(job -> managementService().executeJob(job.getId()));
        settle(injured);
    }

    @Test
    void moneyThatNobodyNeedsIsNotWaitedFor() {
        ProcessInstance injured = hurt(DAY);
        decided(injured, "no", "yes", "300.00");
        done(injured, FUNDS, FINANCE, fields("funds", "not-needed", "fundsProof", null, "fundsReason", "顾客已离开"));
        evidenced(injured);
        reported(injured);
        assertThat(find(injured, CONCLUDE)).isPresent();
        assertThat(moved(injured)).isEmpty();
    }

    @Test
    void anotherWitnessIsHeardUntilItIsConcluded() {
        ProcessInstance injured = hurt(DAY);
        add(injured, fields("addition", "another-witness"));
        done(
                injured,
                WITNESS,
                DUTY,
                fields("witnessNews", "withdrawn", "witnessName", "赵六", "witnessContact", null, "witnessSays", "记错了。"));
        decided(injured, "no", "no", null);
        evidenced(injured);
        reported(injured);
        concluded(injured, "not-ours");
        assertThatThrownBy(() -> add(injured, fields("addition", "another-witness")))
                .isInstanceOf(Exception.class)
                .hasMessageContaining("concluded already");
    }

    @Test
    void whatWeAreLiableForIsSettledWithTheAdvanceTakenOff() {
        ProcessInstance injured = advanced("800.00");
        assertThat(desk.open(PROPERTY, task(injured, CONCLUDE))).containsEntry("claimKind", "environment");
        concluded(injured, "ours");
        // It is not judged once more, and the insurer knows already.
        assertThat(open(injured)).contains(AGREE).doesNotContain("userTask_decideOnResponsibility", REPORT);
        Map<String, Object> shown = desk.open("operations-manager", task(injured, AGREE));
        assertThat(shown.get("treatmentAdvanced").toString()).contains("800.00");
        assertThatThrownBy(() -> agreed(injured, "800.00"))
                .isInstanceOf(Exception.class)
                .hasMessageContaining("in advance already");
        agreed(injured, "1500.00");
        assertThat(settlements.agreed(id(injured)).orElseThrow().amount()).isEqualByComparingTo("700");
        assertThat(claims.losses(id(injured)))
                .singleElement()
                .satisfies(loss -> assertThat(loss.amount()).isEqualByComparingTo("1500"));
        assertThat(advances.advanced(id(injured))).isEqualByComparingTo("0");
        assertThat(ledger.linkedSum(id(injured))).isEqualByComparingTo(new BigDecimal("1500"));
    }

    private void agreed(ProcessInstance injured, String amount) {
        Map<String, Object> said = fields(
                "settlementAnswer", "agreed",
                "settlementAmount", amount,
                "settlementFacts", "二楼滑倒。",
                "attendees", "顾客、营运经理",
                "payeeKind", "customer",
                "payeeName", "李明",
                "payeeDocument", "resident-card",
                "payeeIdNumber", "11010519491231002X",
                "paidBy", "cash",
                "cashReason", "顾客没有银行账户。",
                "papersNeededList", null,
                "recoverFrom", null,
                "recoverableAmount", null);
        desk.submit("operations-manager", task(injured, AGREE), said);
        settle(injured);
    }

    @ParameterizedTest
    @CsvSource({"keep, 0", "reclaim, 1"})
    void whereNothingIsToBePaidSomebodyDecidesOnTheAdvance(String fate, int owed) {
        ProcessInstance injured = advanced("800.00");
        concluded(injured, "not-ours");
        done(injured, FATE, "general-manager-office", fields("advanceFate", fate, "advanceFateReason", "监控显示顾客自行跌倒。"));
        assertThat(recoveries.open().stream()
                        .filter(one -> one.complaintId() == id(injured))
                        .toList())
                .hasSize(owed);
        desk.submit(CLERK, task(injured, EXPLAIN), explained(injured, "yes"));
        settle(injured);
        assertThat(injured).hasPassed("endEvent_findingAccepted");
    }

    private Map<String, Object> explained(ProcessInstance injured, String accepted) {
        Map<String, Object> shown = new HashMap<>(desk.open(CLERK, task(injured, EXPLAIN)));
        shown.keySet().retainAll(java.util.Set.of("explanation", "customersWord"));
        shown.put("findingAccepted", accepted);
        shown.put("explanation", "已说明。");
        shown.put("customersWord", "知道了。");
        return shown;
    }

    @Test
    void whatIsAgreedIsPaidAndTheCourseIsOver() {
        ProcessInstance injured = advanced("800.00");
        concluded(injured, "ours");
        agreed(injured, "1500.00");
        intake.handle(
                injured,
                "userTask_writeDownTheLesson",
                Map.ofEntries(
                        Map.entry("papersComplete", "yes"),
                        Map.entry("insurersConsent", "given"),
                        Map.entry("compensationDecision", "approved"),
                        Map.entry("signed", "yes"),
                        Map.entry("insurersOpinion", "covered"),
                        Map.entry("claimedAmount", "1500.00"),
                        Map.entry("insurersDecision", "accepted"),
                        Map.entry("acceptedAmount", "1400.00"),
                        Map.entry("payoutNews", "received"),
                        Map.entry("payoutAmount", "1400.00"),
                        Map.entry("payoutTo", "house"),
                        Map.entry("reached", "yes"),
                        Map.entry("satisfaction", "satisfied"),
                        Map.entry("solved", "solved")));
        assertThat(injured).hasPassed("endEvent_settlementOver");
        assertThat(moved(injured)).startsWith("PAYMENT 800.00 HOUSE>CUSTOMER", "PAYMENT 700.00 HOUSE>CUSTOMER");
    }

    @Test
    void aPlanThatTheLadderHasBroughtAboutIsCarriedOutInTheGeneralCourse() {
        ProcessInstance injured = atConclude();
        concluded(injured, "not-ours");
        desk.submit(CLERK, task(injured, EXPLAIN), explained(injured, "no"));
        settle(injured);
        intake.handle(
                injured,
                "userTask_writeDownTheLesson",
                Map.of(
                        "planOffered", "yes",
                        "compensation", "apology",
                        "reached", "yes",
                        "satisfaction", "satisfied",
                        "solved", "solved"));
        assertThat(injured).hasPassed("callActivity_complaintResolution", "endEvent_planCarriedOut");
    }

    @Test
    void aFindingThatIsNotAcceptedClimbsTheLadder() {
        ProcessInstance injured = atConclude();
        concluded(injured, "not-ours");
        assertThat(find(injured, FATE)).isEmpty();
        desk.submit(CLERK, task(injured, EXPLAIN), explained(injured, "no"));
        settle(injured);
        assertThat(injured).hasPassed("endEvent_findingNotAccepted");
    }

    @ParameterizedTest
    @CsvSource({
        "settlement, 5000.00, userTask_agreeTheCompensation",
        "judgment-against-us, 5000.00, userTask_agreeTheCompensation",
        "judgment-for-us, , userTask_explainTheFinding",
        "advance-enough, , userTask_explainTheFinding",
        "claim-withdrawn, , userTask_explainTheFinding"
    })
    void whatIsDisputedWaitsForTheLawyers(String result, String sum, String next) {
        ProcessInstance injured = atConclude();
        concluded(injured, "disputed");
        assertThat(deadlines.of(id(injured)))
                .anyMatch(deadline -> deadline.state().name().equals("PAUSED"));
        done(
                injured,
                LEGAL,
                "legal",
                fields("legalResult", result, "amountClaimed", sum, "responsibilityReason", "（2026）民初 12 号"));
        assertThat(open(injured)).contains(next);
        assertThat(deadlines.of(id(injured)))
                .noneMatch(deadline -> deadline.state().name().equals("PAUSED"));
    }

    @ParameterizedTest
    @CsvSource({"yes, 2", "no, 0"})
    void goodsThatHaveHurtSomebodyAtHomeAreKeptAndTakenOffTheShelves(String stop, int told) {
        ProcessInstance injured = hurt(DAY, "injuryPlace", "goods-at-home");
        done(
                injured,
                GOODS,
                "quality-inspection",
                fields(
                        "sampleKept", "剩余半瓶，冷藏。",
                        "lotNumber", "20260210",
                        "orderNumber", "SJ-1",
                        "stopOfSale", stop));
        assertThat(told(injured, "stop-the-sale")).hasSize(told);
        assertThat(find(injured, ACCIDENT)).isEmpty();
        // The policy for goods is another one.
        reported(injured);
        assertThat(claims.of(id(injured)).orElseThrow().policy()).startsWith("CPZR");
    }

    @Test
    void aDutyManagerWhoIsSilentIsPassedOver() {
        ProcessInstance injured = hurt(DAY);
        clock.set(deadlines.due(id(injured), "COMPANY_AND_ADVANCE").orElseThrow());
        timer(injured, "event_noDecisionIn30Minutes");
        takenUp(injured);
        assertThat(injured).hasPassed("endEvent_silencePassedUp");
        assertThat(find(injured, DECIDE)).isPresent();
    }

    /** Who stands above reads the report and gives it back; an order that comes of it is carried out. */
    private void takenUp(ProcessInstance injured) {
        for (String step :
                List.of("userTask_takeUpTheEscalation", "userTask_writeTheReport", "userTask_carryOutTheOrder")) {
            for (Optional<Task> asked = find(injured, step); asked.isPresent(); asked = find(injured, step)) {
                clerk.answer(asked.get(), Map.of("escalationDecision", "give-back"), new Random(7));
                settle(injured);
            }
        }
    }

    @Test
    void lateFundsAndALateReportArePassedUp() {
        ProcessInstance injured = hurt(DAY);
        decided(injured, "no", "yes", "300.00");
        clock.set(deadlines.due(id(injured), "EMERGENCY_FUNDS").orElseThrow());
        timer(injured, "event_fundsOverdue");
        takenUp(injured);
        assertThat(injured).hasPassed("endEvent_lateFundsPassedUp");
        assertThat(find(injured, FUNDS)).isPresent();
        done(
                injured,
                SCENE,
                RISK,
                fields("sceneSecured", "已隔离。", "footageFrom", null, "footageTo", null, "footageKept", "无监控"));
        clock.set(deadlines.due(id(injured), "ACCIDENT_REPORT").orElseThrow());
        timer(injured, "startEvent_reportOverdue");
        assertThat(find(injured, ACCIDENT)).isPresent();
    }

    @Test
    void moneyThatWasGrantedIsPaidThoughTheCustomerWithdraws() {
        ProcessInstance injured = hurt(DAY);
        decided(injured, "yes", "yes", "300.00");
        add(injured, fields("addition", "withdrawn", "additionReason", "顾客来电"));
        assertThat(open(injured)).contains(FUNDS).doesNotContain(ACCOMPANY, SCENE);
        provided(injured, FINANCE);
        assertThat(moved(injured)).containsExactly("PAYMENT 300.00 HOUSE>CUSTOMER");
    }

    @Test
    void aSiteWithoutAPolicyWaitsForNoInsurer() {
        ProcessInstance injured = hurt(DAY, "site", "supermarket");
        assertThat(find(injured, REPORT)).isEmpty();
        assertThat(told(injured, "injury-reported")).contains("store-manager");
    }

    @Test
    void anEmployeeWhoIsHurtIsNoCustomer() {
        assertThatThrownBy(() -> hurt(DAY, "hurtPerson", "staff")).isInstanceOf(Exception.class);
    }
}
