package io.redress.process.responsibility;

import static io.redress.process.responsibility.InsuranceNavigator.ADMIN_HR;
import static io.redress.process.responsibility.InsuranceNavigator.ADMIN_HR_HEAD;
import static io.redress.process.responsibility.InsuranceNavigator.ADVANCE;
import static io.redress.process.responsibility.InsuranceNavigator.ANSWER;
import static io.redress.process.responsibility.InsuranceNavigator.BOOK;
import static io.redress.process.responsibility.InsuranceNavigator.DECISION;
import static io.redress.process.responsibility.InsuranceNavigator.HOW;
import static io.redress.process.responsibility.InsuranceNavigator.REPAY;
import static io.redress.process.responsibility.InsuranceNavigator.REPORT;
import static io.redress.process.responsibility.InsuranceNavigator.SHORTFALL;
import static io.redress.process.responsibility.InsuranceNavigator.SUBMIT;
import static io.redress.process.responsibility.InsuranceNavigator.TAKE_OVER;
import static io.redress.process.responsibility.InsuranceNavigator.fields;
import static io.redress.process.responsibility.MallNavigator.AGREE;
import static io.redress.process.responsibility.MallNavigator.APPROVE;
import static io.redress.process.responsibility.MallNavigator.CHECK;
import static io.redress.process.responsibility.MallNavigator.CLERK;
import static io.redress.process.responsibility.MallNavigator.FINANCE;
import static io.redress.process.responsibility.MallNavigator.IN_PLACE;
import static io.redress.process.responsibility.MallNavigator.OPERATIONS;
import static io.redress.process.responsibility.MallNavigator.PROPERTY;
import static io.redress.testing.WholeCase.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.insurance.ClaimFormatter;
import io.redress.casefile.insurance.InsuranceClaim;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.insurance.InsuredLoss;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.repayment.Repayments;
import io.redress.casefile.settlement.Recoveries;
import io.redress.casefile.settlement.Recovery;
import io.redress.casefile.settlement.Settlements;
import io.redress.merchant.Merchants;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chart of the mall (source 000) with the insurer: routes A and C, from the judgement to the merchant that has its money back. */
@ProcessTest
class InsuranceClaimTest {

    private final Desk desk;
    private final MallNavigator mall;
    private final InsuranceNavigator insured;
    private final InsuranceClaims claims;
    private final ClaimFormatter formatter;
    private final Repayments repayments;
    private final InsurancePolicies policies;
    private final Merchants merchants;
    private final Recoveries recoveries;
    private final Deadlines deadlines;
    private final Messages messages;
    private final Papers papers;
    private final Ledger ledger;
    private final Settlements settlements;
    private final Complaints complaints;
    private final PlatformTransactionManager transactions;
    private final JdbcClient jdbc;
    private final TestClock clock;

    InsuranceClaimTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired InsuranceClaims claims,
            @Autowired ClaimFormatter formatter,
            @Autowired Repayments repayments,
            @Autowired InsurancePolicies policies,
            @Autowired Merchants merchants,
            @Autowired Recoveries recoveries,
            @Autowired Deadlines deadlines,
            @Autowired Messages messages,
            @Autowired Papers papers,
            @Autowired Ledger ledger,
            @Autowired Settlements settlements,
            @Autowired PlatformTransactionManager transactions,
            @Autowired JdbcClient jdbc,
            @Autowired TestClock clock) {
        this.settlements = settlements;
        this.complaints = complaints;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.desk = desk;
        this.mall = new MallNavigator(desk, new IntakeNavigator(desk, clerk, clock), complaints, clock);
        this.insured = new InsuranceNavigator(desk, mall);
        this.claims = claims;
        this.formatter = formatter;
        this.repayments = repayments;
        this.policies = policies;
        this.merchants = merchants;
        this.recoveries = recoveries;
        this.deadlines = deadlines;
        this.messages = messages;
        this.papers = papers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A policy with an excess of 100 yuan and a limit of 5 000, a merchant with a login and an old account. */
    @BeforeEach
    void register() {
        policies.importTable("""
                number,name,insurer,contact,phone,email,site,covers,from,to,excess,case-limit,active
                GZZR-1,公众责任险,江城财产保险,周敏,02788880000,,mall-service-centre,merchant environment,2000-01-01,2099-12-31,100,5000,yes
                """.getBytes(StandardCharsets.UTF_8), "admin", clock.instant());
        merchant("6222021234567890128", clock.instant().minus(Duration.ofDays(30)));
    }

    private void merchant(String account, java.time.Instant when) {
        merchants.importTable("""
                id,site,name,unit,contact,phone,bank,account,deposit,logins,active
                chunfeng,mall-service-centre,春风服饰,2F-18,马超,13800020001,工商银行江城支行,%s,30000,merchant,yes
                """.formatted(account).getBytes(StandardCharsets.UTF_8), "admin", when);
    }

    private InsuranceClaim claim(ProcessInstance claimed) {
        return claims.claim(mall.id(claimed));
    }

    private List<DeadlineState> states(ProcessInstance claimed, String kind) {
        return deadlines.of(mall.id(claimed)).stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .map(deadline -> deadline.state())
                .toList();
    }

    private List<String> kinds(ProcessInstance claimed) {
        return papers.of(mall.id(claimed)).stream().map(Paper::kind).toList();
    }

    private List<String> told(ProcessInstance claimed) {
        return messages.of(mall.id(claimed)).stream().map(Message::template).toList();
    }

    private List<String> moved(ProcessInstance claimed) {
        return ledger.lines(mall.id(claimed)).stream()
                .map(line ->
                        "%s %s %s>%s".formatted(line.kind(), line.amount().toPlainString(), line.payer(), line.payee()))
                .toList();
    }

    /** Whom an escalation waits for. */
    private List<String> asked(ProcessInstance claimed) {
        return insured.tasks(claimed, "userTask_takeUpTheEscalation").stream()
                .flatMap(task -> taskService().getIdentityLinksForTask(task.getId()).stream())
                .map(IdentityLink::getGroupId)
                .toList();
    }

    // Route C: the mall advances it.

    /** To the signed papers in administration. */
    private ProcessInstance advancedByTheMall(String amount) {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        insured.reported(claimed, "病历\n现场照片");
        insured.agreedOn(claimed, amount);
        insured.papersChecked(claimed, "given");
        insured.approved(claimed, PROPERTY);
        insured.paidByTheMall(claimed);
        return claimed;
    }

    @Test
    void whatTheMallAdvancesTheInsurerPays() {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        assertThat(kinds(claimed))
                .contains("compensation-slip", "handover-note")
                .doesNotContain("compensation-request");
        assertThat(states(claimed, "INSURER_REPORT")).containsExactly(DeadlineState.MET);
        assertThat(insured.filed(claimed, Map.of())).containsExactly(ADMIN_HR, CLERK, FINANCE);
        assertThat(claimed).hasPassed("endEvent_customerHasTheMoney");
        insured.answered(claimed, "covered", "病历\n现场照片");
        assertThat(states(claimed, "INSURER_OPINION")).containsExactly(DeadlineState.MET);
        Map<String, Object> shown = desk.open(ADMIN_HR, insured.task(claimed, SUBMIT));
        assertThat(shown.get("claimedAmount").toString()).startsWith("3000");
        assertThat(shown.get("claimLine").toString()).contains("to be expected of the insurer: CNY 2,900.00");
        assertThat(shown.get("papersHandedOver").toString())
                .contains("Receipt " + claimed.getBusinessKey() + "-RC1", "病历");
        insured.submitted(claimed, "3000.00");
        assertThat(states(claimed, "INSURER_DECISION")).containsExactly(DeadlineState.RUNNING);
        insured.decided(claimed, "2900.00");
        assertThat(states(claimed, "INSURER_DECISION")).containsExactly(DeadlineState.MET);
        insured.booked(claimed, "1000.00", "house");
        assertThat(states(claimed, "PAYOUT")).containsExactly(DeadlineState.RUNNING);
        insured.booked(claimed, "1900.00", "house");
        assertThat(states(claimed, "PAYOUT")).containsExactly(DeadlineState.MET);
        // Up to the excess nobody decides.
        assertThat(insured.find(claimed, SHORTFALL)).isEmpty();
        assertThat(claim(claimed).closing()).isEqualTo(InsuranceClaim.Closing.RECKONED);
        assertThat(claim(claimed).shortfall().excess()).isEqualByComparingTo("100");
        assertThat(moved(claimed))
                .containsExactly(
                        "PAYMENT 3000.00 HOUSE>CUSTOMER",
                        "PAYOUT 1000.00 INSURER>HOUSE",
                        "PAYOUT 1900.00 INSURER>HOUSE");
    }

    @Test
    void beforePayingTheInsurersWishesAreWaitedForAndItsConsentIsShown() {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        insured.reported(claimed, null);
        insured.agreedOn(claimed, "3000.00");
        assertThat(insured.find(claimed, CHECK)).isEmpty();
        // Nothing new; then what it wants; its opinion is not waited for.
        insured.answered(claimed, "not-yet", null);
        assertThat(insured.find(claimed, CHECK)).isEmpty();
        insured.answered(claimed, "not-yet", "病历");
        Map<String, Object> shown = desk.open(OPERATIONS, insured.task(claimed, CHECK));
        assertThat(shown.get("papersList")).isEqualTo("病历");
        assertThat(shown.get("insuredLine").toString()).contains("Claim number: BA-1");
        assertThatThrownBy(() -> insured.papersChecked(claimed, null)).hasMessageContaining("consented to the sum");
        insured.papersChecked(claimed, "refused");
        assertThat(desk.open(PROPERTY, insured.task(claimed, APPROVE))
                        .get("approvalLine")
                        .toString())
                .contains("Consent of the insurer to the sum: refused");
        assertThat(insured.find(claimed, ANSWER)).isPresent();
    }

    @Test
    void ofAnOpinionThatIsThereFirstNobodyWaits() {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        insured.reported(claimed, null);
        insured.answered(claimed, "covered", null);
        insured.agreedOn(claimed, "3000.00");
        assertThat(insured.find(claimed, CHECK)).isPresent();
        assertThat(insured.find(claimed, SUBMIT)).isEmpty();
    }

    @Test
    void whatIsNotAboveTheExcessIsPaidByTheMallAndNotClaimed() {
        ProcessInstance claimed = insured.covered("merchant-compensation", "chunfeng");
        insured.reported(claimed, null);
        insured.agreedOn(claimed, "100.00");
        assertThat(kinds(claimed)).contains("compensation-request");
        insured.approved(claimed, "customer-service-supervisor");
        insured.paidByTheMall(claimed);
        assertThat(claim(claimed).closing()).isEqualTo(InsuranceClaim.Closing.BELOW_EXCESS);
        assertThat(insured.find(claimed, ANSWER)).isEmpty();
        assertThat(told(claimed)).contains("insurer-withdrawal");
        assertThat(insured.tasks(claimed, MallNavigator.FILE)).hasSize(2);
        assertThat(insured.find(claimed, ADVANCE)).isEmpty();
    }

    @Test
    void aSmallSumThatIsNotApprovedLeavesTheClaimForALargerOne() {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        insured.reported(claimed, "病历");
        insured.agreedOn(claimed, "100.00");
        insured.done(
                claimed,
                APPROVE,
                "customer-service-supervisor",
                fields("compensationDecision", "refused", "compensationReason", "金额有误"));
        assertThat(claim(claimed).open()).isTrue();
        insured.agreedOn(claimed, "3000.00");
        assertThat(insured.find(claimed, CHECK)).isPresent();
        assertThat(claims.losses(mall.id(claimed))).hasSize(1);
    }

    @Test
    void theTermsAreThoseOfTheDayOnWhichTheClaimBegan() {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        insured.filed(claimed, Map.of());
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        insured.decided(claimed, "1000.00");
        policies.importTable(
                "number,insurer,covers,from,to,excess,case-limit\nGZZR-1,江城财产保险,environment,2000-01-01,2099-12-31,2500,1\n"
                        .getBytes(StandardCharsets.UTF_8),
                "admin",
                clock.instant());
        insured.booked(claimed, "1000.00", "house");
        assertThat(claim(claimed).shortfall().excess()).isEqualByComparingTo("100");
        assertThat(insured.find(claimed, SHORTFALL)).isPresent();
    }

    /** Whoever tells of what is waited for holds the case; looking before waiting must wait for them. */
    @ParameterizedTest
    @ValueSource(strings = {"papers", "answer"})
    void nobodyLooksWhileSomebodyTells(String what) throws Exception {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        long id = mall.id(claimed);
        CompletableFuture<String> looked = new TransactionTemplate(transactions).execute(status -> {
            complaints.lock(Set.of(id));
            CompletableFuture<String> looking = CompletableFuture.supplyAsync(
                    () -> what.equals("papers") ? claims.papers(id) : settlements.insurersAnswer(id));
            assertThatThrownBy(() -> looking.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return looking;
        });
        assertThat(looked.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aClaimOfWhichTheCustomerGetsNothingIsWithdrawn() {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        insured.reported(claimed, null);
        mall.withdrawn(claimed);
        insured.settle(claimed);
        assertThat(claim(claimed).closing()).isEqualTo(InsuranceClaim.Closing.NOTHING_PAID);
        assertThat(claimed).isEnded();
    }

    @Test
    void whatIsApprovedWhenTheCustomerWithdrawsIsPaidAndClaimed() {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        insured.reported(claimed, "病历");
        insured.agreedOn(claimed, "3000.00");
        insured.papersChecked(claimed, "not-asked");
        insured.approved(claimed, PROPERTY);
        mall.withdrawn(claimed);
        insured.settle(claimed);
        insured.paidByTheMall(claimed);
        insured.filed(claimed, Map.of());
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        assertThat(insured.find(claimed, DECISION)).isPresent();
        insured.decided(claimed, "2900.00");
        insured.booked(claimed, "2900.00", "house");
        assertThat(claimed).isEnded();
    }

    // The insurer.

    @Test
    void aLateReportIsPassedUp() {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        clock.set(deadlines.due(mall.id(claimed), "INSURER_REPORT").orElseThrow());
        // What was due before it is passed up first.
        while (states(claimed, "INSURER_REPORT").contains(DeadlineState.RUNNING)) {
            insured.timer(claimed, "insurance-claim", "event_reportOverdue");
        }
        assertThat(asked(claimed)).contains("insurance-head");
        assertThat(insured.find(claimed, REPORT)).isPresent();
    }

    @Test
    void anInsurerThatIsSilentIsRemindedAndThenWhoeverDecidedGoesOn() {
        ProcessInstance claimed = insured.covered("environment-accident", "unlisted");
        insured.reported(claimed, null);
        clock.pass(Duration.ofDays(1));
        insured.timer(claimed, "insurance-claim", "event_eachWorkingDayWithoutAnOpinion");
        insured.timer(claimed, "insurance-claim", "event_eachWorkingDayWithoutAnOpinion");
        // One that has not been passed on yet is enough.
        assertThat(told(claimed)).containsOnlyOnce("insurer-reminder");
        clock.set(deadlines.due(mall.id(claimed), "INSURER_OPINION").orElseThrow());
        insured.timer(claimed, "insurance-claim", "event_noOpinionIn5WorkingDays");
        assertThat(told(claimed)).contains("insurer-silent");
        assertThat(states(claimed, "INSURER_OPINION")).containsExactly(DeadlineState.BREACHED);
        insured.done(claimed, HOW, PROPERTY, fields("claimDecision", "wait", "claimDecisionReason", "已电话联系。"));
        assertThat(insured.find(claimed, ANSWER)).isPresent();
        assertThat(states(claimed, "INSURER_OPINION")).containsExactly(DeadlineState.RUNNING);
        clock.set(deadlines.due(mall.id(claimed), "INSURER_OPINION").orElseThrow());
        insured.timer(claimed, "insurance-claim", "event_noOpinionIn5WorkingDays");
        insured.done(claimed, HOW, PROPERTY, fields("claimDecision", "go-on", "claimDecisionReason", "自担风险。"));
        insured.agreedOn(claimed, "3000.00");
        assertThat(insured.find(claimed, CHECK)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"go-on, true", "give-up, false"})
    void whatTheInsurerDoesNotCoverIsClaimedAllTheSameOrNot(String decision, boolean claimedOfIt) {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        insured.filed(claimed, Map.of());
        insured.answered(claimed, "not-covered", null);
        insured.done(claimed, HOW, PROPERTY, fields("claimDecision", decision, "claimDecisionReason", "已研究。"));
        assertThat(insured.find(claimed, SUBMIT).isPresent()).isEqualTo(claimedOfIt);
        if (!claimedOfIt) {
            Map<String, Object> shown = desk.open(InsuranceNavigator.GENERAL_MANAGER, insured.task(claimed, SHORTFALL));
            assertThat(shown.get("shortfallLine").toString()).contains("who bears the other CNY 2,900.00");
            insured.borneBy(claimed, "mall");
            assertThat(claim(claimed).closing()).isEqualTo(InsuranceClaim.Closing.GIVEN_UP);
        }
    }

    @Test
    void aDecisionAndAPayoutThatAreLateArePassedUp() {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        insured.filed(claimed, Map.of());
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        clock.set(deadlines.due(mall.id(claimed), "INSURER_DECISION").orElseThrow());
        while (states(claimed, "INSURER_DECISION").contains(DeadlineState.RUNNING)) {
            insured.timer(claimed, "claim-payout", "event_decisionOverdue");
        }
        assertThat(asked(claimed)).contains("property-manager");
        insured.decided(claimed, "2900.00");
        clock.set(deadlines.due(mall.id(claimed), "PAYOUT").orElseThrow());
        while (states(claimed, "PAYOUT").contains(DeadlineState.RUNNING)) {
            insured.timer(claimed, "claim-payout", "event_payoutOverdue");
        }
        insured.booked(claimed, "2900.00", "house");
        assertThat(claim(claimed).closedAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0, above 0", "-1, above 0", "3000.01, 3000.00", "1.234, above 0"})
    void noMoreIsClaimedThanTheCustomerGot(String amount, String said) {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        insured.filed(claimed, Map.of());
        insured.answered(claimed, "covered", null);
        assertThatThrownBy(() -> insured.submitted(claimed, amount)).isNotNull();
        assertThat(insured.find(claimed, SUBMIT)).isPresent();
    }

    @Test
    void noMoreIsBookedThanTheInsurerAgreedTo() {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        insured.filed(claimed, Map.of());
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "2900.00");
        assertThatThrownBy(() -> insured.decided(claimed, "2900.01")).hasMessageContaining("2,900.00");
        insured.decided(claimed, "2000.00");
        assertThatThrownBy(() -> insured.booked(claimed, "2000.01", "house")).hasMessageContaining("2,000.00");
        // No merchant has advanced anything.
        assertThatThrownBy(() -> insured.booked(claimed, "10.00", "merchant")).hasMessageContaining("advanced");
        insured.booked(claimed, "1500.00", "house");
        assertThatThrownBy(() -> insured.booked(claimed, "500.01", "house")).hasMessageContaining("500.00");
        insured.done(
                claimed,
                BOOK,
                FINANCE,
                fields(
                        "payoutNews",
                        "ended",
                        "payoutReason",
                        "扣减折旧。",
                        "payoutAmount",
                        null,
                        "payoutTo",
                        null,
                        "payoutProof",
                        null));
        assertThatThrownBy(() -> insured.borneBy(claimed, "merchant")).hasMessageContaining("0.00");
        insured.borneBy(claimed, "mall");
        InsuranceClaim.Shortfall shortfall = claim(claimed).shortfall();
        assertThat(shortfall.excess().add(shortfall.beyond())).isEqualByComparingTo("1500.00");
    }

    @Test
    void whatTheInsurerPaysStraightToTheCustomerTheCustomerOwesUs() {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        insured.filed(claimed, Map.of());
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        insured.decided(claimed, "2900.00");
        insured.booked(claimed, "2000.00", "customer");
        insured.booked(claimed, "900.00", "customer");
        assertThat(recoveries.open())
                .filteredOn(owed -> owed.complaintId() == mall.id(claimed))
                .singleElement()
                .extracting(Recovery::amount, as(BigDecimal.class))
                .satisfies(amount -> assertThat(amount).isEqualByComparingTo("2900"));
    }

    private static org.assertj.core.api.InstanceOfAssertFactory<
                    BigDecimal, ? extends org.assertj.core.api.AbstractBigDecimalAssert<?>>
            as(Class<BigDecimal> type) {
        return org.assertj.core.api.InstanceOfAssertFactories.BIG_DECIMAL;
    }

    // Route A: the merchant advances it.

    private ProcessInstance advancedByTheMerchant(String amount) {
        ProcessInstance claimed = insured.covered("merchant-compensation", "chunfeng");
        insured.reported(claimed, "病历");
        insured.agreedOn(claimed, amount);
        insured.papersChecked(claimed, "given");
        insured.advanced(claimed, "merchant");
        return claimed;
    }

    @Test
    void whatAMerchantAdvancesItHasBackOnceTheInsurerHasPaid() {
        ProcessInstance claimed = advancedByTheMerchant("3000.00");
        assertThat(insured.find(claimed, APPROVE)).isEmpty();
        assertThat(insured.filed(claimed, Map.of("merchant-chunfeng", "merchant")))
                .containsExactly(ADMIN_HR, CLERK, FINANCE, "merchant-chunfeng");
        assertThat(claimed).hasPassed("endEvent_customerHasTheMoney");
        assertThat(insured.find(claimed, REPAY)).isEmpty();
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        insured.decided(claimed, "2900.00");
        insured.booked(claimed, "2900.00", "house");
        assertThat(states(claimed, "REPAY_MERCHANT")).containsExactly(DeadlineState.RUNNING);
        assertThat(desk.open(FINANCE, insured.task(claimed, REPAY))
                        .get("repaymentLine")
                        .toString())
                .contains("has advanced CNY 3,000.00 for us and gets back CNY 3,000.00", "6222021234567890128");
        insured.repaid(claimed, null);
        assertThat(states(claimed, "REPAY_MERCHANT")).containsExactly(DeadlineState.MET);
        assertThat(moved(claimed))
                .containsExactly(
                        "PAYMENT 3000.00 MERCHANT>CUSTOMER",
                        "PAYOUT 2900.00 INSURER>HOUSE",
                        "REPAYMENT 3000.00 HOUSE>MERCHANT");
        assertThat(messages.of(mall.id(claimed)))
                .filteredOn(message -> message.template().equals("merchant-repaid"))
                .extracting(Message::group, message -> message.text().contains("nothing to pass on"))
                .containsExactlyInAnyOrder(tuple("merchant-chunfeng", false), tuple(CLERK, true));
    }

    @Test
    void whatTheMerchantBearsByDecisionItDoesNotGetBackAndHearsWhy() {
        ProcessInstance claimed = advancedByTheMerchant("3000.00");
        insured.filed(claimed, Map.of("merchant-chunfeng", "merchant"));
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        insured.decided(claimed, null);
        insured.borneBy(claimed, "merchant");
        // All but the excess, which is ours.
        insured.repaid(claimed, null);
        assertThat(moved(claimed)).contains("REPAYMENT 100.00 HOUSE>MERCHANT");
        assertThat(repayments.of(mall.id(claimed)))
                .singleElement()
                .satisfies(owed -> assertThat(repayments.less(owed))
                        .isEqualTo(
                                new Repayments.Less(new BigDecimal("2900.00"), "保险公司扣减折旧。", new BigDecimal("0.00"))));
        assertThat(formatter.chain(claims.claim(mall.id(claimed)), new BigDecimal("100.00")))
                .containsExactly(
                        "merchant’s advance 3,000.00",
                        "payout 0.00",
                        "back to the merchant 100.00",
                        "excess 100.00",
                        "shortfall 2,900.00: The merchant bears it.");
        assertThat(messages.of(mall.id(claimed)))
                .filteredOn(message -> message.template().equals("merchant-repaid"))
                .allSatisfy(message -> assertThat(message.text()).contains("保险公司扣减折旧。"));
    }

    @Test
    void whatTheInsurerPaysStraightToTheMerchantIsNotPaidTwice() {
        ProcessInstance claimed = advancedByTheMerchant("3000.00");
        insured.filed(claimed, Map.of("merchant-chunfeng", "merchant"));
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        insured.decided(claimed, "2900.00");
        insured.booked(claimed, "2900.00", "merchant");
        assertThat(desk.open(FINANCE, insured.task(claimed, REPAY))
                        .get("repaymentLine")
                        .toString())
                .contains("CNY 3,000.00 advanced − 0.00 that it bears − 2,900.00 straight from the insurer = 100.00");
        insured.repaid(claimed, null);
        assertThat(moved(claimed)).contains("REPAYMENT 100.00 HOUSE>MERCHANT");
    }

    @Test
    void ofTwoMerchantsOneAdvancesAndTheMallTheRest() {
        ProcessInstance claimed = advancedByTheMerchant("3000.00");
        insured.filed(claimed, Map.of("merchant-chunfeng", "merchant"));
        long id = mall.id(claimed);
        assertThat(claims.losses(id))
                .singleElement()
                .satisfies(loss -> assertThat(loss.byMerchant()).isTrue());
        jdbc.sql("update responsibility set merchant = null, unlisted_merchant = '云溪羊绒' where complaint_id = :id")
                .param("id", id)
                .update();
        settlements.offer(furtherAgreed(claimed, "1000.00"));
        assertThat(settlements.agreed(id).orElseThrow().route()).isEqualTo("C");
        assertThat(claims.losses(id)).extracting(InsuredLoss::byMerchant).containsExactly(true, false);
    }

    private Entry furtherAgreed(ProcessInstance claimed, String amount) {
        Map<String, Object> said = MallNavigator.agreed(amount);
        said.put("settlementAmount", new BigDecimal(amount));
        return new Entry(
                mall.id(claimed),
                "settlement",
                "x",
                AGREE,
                "further",
                "agree-the-compensation",
                1,
                OPERATIONS,
                clock.instant(),
                said);
    }

    @Test
    void aMerchantThatIsSilentAdvancesNothing() {
        ProcessInstance claimed = insured.covered("merchant-compensation", "chunfeng");
        insured.reported(claimed, "病历");
        insured.agreedOn(claimed, "3000.00");
        insured.papersChecked(claimed, "given");
        clock.set(deadlines.due(mall.id(claimed), "MERCHANT_PAYS").orElseThrow());
        insured.timer(claimed, "merchant-advance-payment", "event_merchantsPaymentOverdue");
        assertThat(insured.find(claimed, ADVANCE)).isEmpty();
        assertThat(insured.find(claimed, IN_PLACE)).isPresent();
    }

    @Test
    void aLateRepaymentIsPassedUp() {
        ProcessInstance claimed = advancedByTheMerchant("3000.00");
        insured.filed(claimed, Map.of("merchant-chunfeng", "merchant"));
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        insured.decided(claimed, "2900.00");
        insured.booked(claimed, "2900.00", "house");
        clock.set(deadlines.due(mall.id(claimed), "REPAY_MERCHANT").orElseThrow());
        while (states(claimed, "REPAY_MERCHANT").contains(DeadlineState.RUNNING)) {
            insured.timer(claimed, "merchant-repayment", "event_repaymentOverdue");
        }
        assertThat(asked(claimed)).contains("finance-head");
        insured.repaid(claimed, null);
    }

    @Test
    void aNewAccountIsAskedAboutBeforeMoneyGoesThere() {
        ProcessInstance claimed = advancedByTheMerchant("3000.00");
        insured.filed(claimed, Map.of("merchant-chunfeng", "merchant"));
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        insured.decided(claimed, "2900.00");
        insured.booked(claimed, "2900.00", "house");
        merchant("6222021234567890136", clock.instant());
        assertThat(desk.open(FINANCE, insured.task(claimed, REPAY))).containsEntry("accountState", "new");
        assertThatThrownBy(() -> insured.repaid(claimed, null)).isNotNull();
        insured.repaid(claimed, "马超，座机 8008");
        assertThat(moved(claimed)).contains("REPAYMENT 3000.00 HOUSE>MERCHANT");
    }

    @Test
    void aMerchantThatHasLeftHasItsMoneyBackAllTheSame() {
        ProcessInstance claimed = advancedByTheMerchant("3000.00");
        insured.filed(claimed, Map.of("merchant-chunfeng", "merchant"));
        merchants.importTable(
                "id,site,name,unit,active\nchunfeng,mall-service-centre,春风服饰,2F-18,no\n"
                        .getBytes(StandardCharsets.UTF_8),
                "admin",
                clock.instant());
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        insured.decided(claimed, "2900.00");
        insured.booked(claimed, "2900.00", "house");
        insured.repaid(claimed, null);
        assertThat(messages.of(mall.id(claimed)))
                .filteredOn(message -> message.template().equals("merchant-repaid"))
                .extracting(Message::group)
                .containsExactly(CLERK);
    }

    @Test
    void aMerchantThatAdvancesNothingOwesNothing() {
        ProcessInstance claimed = insured.covered("merchant-compensation", "chunfeng");
        insured.reported(claimed, "病历");
        insured.agreedOn(claimed, "3000.00");
        insured.papersChecked(claimed, "given");
        insured.done(
                claimed,
                ADVANCE,
                "merchant",
                fields("merchantPaid", "no", "merchantReason", "资金紧张。", "paymentProof", null));
        insured.done(claimed, IN_PLACE, OPERATIONS, fields("inItsPlace", "mall-pays", "inItsPlaceReason", "商户资金紧张。"));
        // Refused once, it is decided anew of the same payment.
        insured.done(
                claimed, APPROVE, "demo", fields("compensationDecision", "refused", "compensationReason", "请补充说明"));
        insured.done(
                claimed, IN_PLACE, OPERATIONS, fields("inItsPlace", "mall-pays", "inItsPlaceReason", "商户资金紧张，已核实。"));
        insured.approved(claimed, "demo");
        insured.paidByTheMall(claimed);
        assertThat(insured.filed(claimed, Map.of())).containsExactly(ADMIN_HR, CLERK, FINANCE);
        assertThat(recoveries.open()).noneMatch(owed -> owed.complaintId() == mall.id(claimed));
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        assertThat(insured.find(claimed, DECISION)).isPresent();
        assertThat(moved(claimed)).containsExactly("PAYMENT 3000.00 HOUSE>CUSTOMER");
    }

    @Test
    void whatTheMallPaysInTheMerchantsPlaceOnceTheClaimIsOverIsNotClaimed() {
        ProcessInstance claimed = insured.covered("merchant-compensation", "chunfeng");
        insured.reported(claimed, "病历");
        insured.agreedOn(claimed, "3000.00");
        insured.papersChecked(claimed, "given");
        insured.done(
                claimed,
                ADVANCE,
                "merchant",
                fields("merchantPaid", "no", "merchantReason", "资金紧张。", "paymentProof", null));
        insured.done(claimed, IN_PLACE, OPERATIONS, fields("inItsPlace", "mall-pays", "inItsPlaceReason", "商户资金紧张。"));
        insured.done(
                claimed, APPROVE, "demo", fields("compensationDecision", "refused", "compensationReason", "请补充说明"));
        insured.answered(claimed, "not-covered", null);
        insured.done(claimed, HOW, OPERATIONS, fields("claimDecision", "give-up", "claimDecisionReason", "不属保险责任。"));
        assertThat(claim(claimed).closedAt()).isNotNull();
        insured.done(
                claimed, IN_PLACE, OPERATIONS, fields("inItsPlace", "mall-pays", "inItsPlaceReason", "商户资金紧张，已核实。"));
        insured.approved(claimed, "demo");
        insured.paidByTheMall(claimed);
        assertThat(claims.losses(mall.id(claimed))).isEmpty();
        assertThat(moved(claimed)).containsExactly("PAYMENT 3000.00 HOUSE>CUSTOMER");
        // Nobody waits for papers for an insurer.
        assertThat(insured.copiesFiled(claimed, Map.of())).containsExactly(CLERK, FINANCE);
        assertThat(recoveries.open()).noneMatch(owed -> owed.complaintId() == mall.id(claimed));
    }

    @Test
    void twoPeopleSignTheHandoverNote() {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        insured.copiesFiled(claimed, Map.of());
        assertThat(desk.open(ADMIN_HR_HEAD, insured.task(claimed, TAKE_OVER))).containsEntry("handedOverBy", CLERK);
        assertThatThrownBy(() -> insured.takenOver(claimed, ADMIN_HR_HEAD)).hasMessageContaining("Two people");
        insured.takenOver(claimed, CLERK);
    }

    @Test
    void aCaseHasOneClaim() {
        ProcessInstance claimed = advancedByTheMall("3000.00");
        insured.filed(claimed, Map.of());
        insured.answered(claimed, "covered", null);
        insured.submitted(claimed, "3000.00");
        assertThat(claims.takes(mall.id(claimed), new BigDecimal("5000"))).isFalse();
        assertThat(insured.find(claimed, AGREE)).isEmpty();
    }
}
