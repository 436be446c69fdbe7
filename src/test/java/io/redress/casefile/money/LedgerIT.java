package io.redress.casefile.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.complaint.Registration;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.measure.Compensation;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.measure.PlannedMeasure;
import io.redress.testing.AtOnce;
import io.redress.testing.RedressServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The money of a case, over the real tables and people; a demo person's login is the name of the group. */
@Tag("database")
@RedressServer
class LedgerIT {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T03:00:00Z");
    private static final String CLERK = "customer-service";
    private static final String SUPERVISOR = "customer-service-supervisor";
    private static final String FINANCE = "finance";

    @Autowired
    private Ledger ledger;

    @Autowired
    private Measures measures;

    @Autowired
    private Links links;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Registration registration;

    @Autowired
    private Entries entries;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void moneyIsOfferedApprovedPaidAndRecoveredEachByWhoeverMay() {
        long complaint = complaint();
        Payment offered = ledger.offer(offer(complaint, "12.5"), NOW);
        assertThat(offered.state()).isEqualTo(Payment.State.OFFERED);
        assertThat(offered.amount()).isEqualTo(new BigDecimal("12.50"));
        Payment approved = ledger.approve(offered.id(), SUPERVISOR, NOW);
        assertThat(approved.state()).isEqualTo(Payment.State.APPROVED);
        Payment paid = ledger.pay(offered.id(), FINANCE, "R-77", LATER);
        assertThat(paid.state()).isEqualTo(Payment.State.PAID);
        Payment recovered = ledger.recover(offered.id(), "finance-head", "T-78", LATER);
        assertThat(recovered.state()).isEqualTo(Payment.State.RECOVERED);
        assertThat(List.of(recovered.offer().requestedBy(), recovered.approvedBy(), recovered.paidBy()))
                .containsExactly(CLERK, SUPERVISOR, FINANCE);
        assertThat(recovered.paidAt()).isEqualTo(LATER);
        assertThat(ledger.lines(complaint))
                .extracting(LedgerLine::kind, LedgerLine::payer, LedgerLine::payee, LedgerLine::by, LedgerLine::proof)
                .containsExactly(
                        tuple(LedgerLine.Kind.PAYMENT, Party.HOUSE, Party.CUSTOMER, FINANCE, "R-77"),
                        tuple(LedgerLine.Kind.REVERSAL, Party.CUSTOMER, Party.HOUSE, "finance-head", "T-78"));
        assertThat(ledger.find(offered.id())).hasValue(recovered);
        assertThat(entries.of(complaint))
                .extracting(Entry::step, entry -> entry.fields().get("paymentState"))
                .extracting(
                        tuple -> tuple.toList().get(0) + " " + tuple.toList().get(1))
                .containsExactly("payment OFFERED", "payment APPROVED", "payment PAID", "payment RECOVERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-0.01", "-500", "0.001", "12.345", "12.500", "10000000000000.00", "1E+13"})
    void refusesAnAmountThatIsNoMoney(String amount) {
        long complaint = complaint();
        assertThatThrownBy(() -> ledger.offer(offer(complaint, amount), NOW))
                .isInstanceOf(RefusedPayment.class)
                .hasMessageContaining("above 0")
                .hasMessageContaining("9999999999999.99");
        assertThat(ledger.of(complaint)).isEmpty();
        assertThat(entries.of(complaint)).isEmpty();
    }

    @Test
    void takesTheSmallestAndTheLargestAmountExactly() {
        long complaint = complaint();
        ledger.offer(offer(complaint, "0.01"), NOW);
        ledger.offer(offer(complaint, "9999999999999.98"), NOW);
        assertThat(ledger.of(complaint))
                .extracting(Payment::amount)
                .containsExactly(new BigDecimal("0.01"), new BigDecimal("9999999999999.98"));
        assertThat(ledger.linkedSum(complaint)).isEqualTo(new BigDecimal("9999999999999.99"));
    }

    @Test
    void refusesMoneyForNothing() {
        long complaint = complaint();
        Offer offer = new Offer(complaint, null, key(), " ", Payment.Kind.CASH, new BigDecimal("5"), CLERK);
        assertThatThrownBy(() -> ledger.offer(offer, NOW))
                .isInstanceOf(RefusedPayment.class)
                .hasMessageContaining("what the money is for");
        Payment approved = approved(complaint, "5");
        assertThatThrownBy(() -> ledger.pay(approved.id(), FINANCE, null, NOW))
                .isInstanceOf(RefusedPayment.class)
                .hasMessageContaining("receipt");
        assertThatThrownBy(() -> ledger.pay(approved.id(), FINANCE, "x".repeat(1_001), NOW))
                .isInstanceOf(RefusedPayment.class);
        assertThat(state(approved)).isEqualTo(Payment.State.APPROVED);
    }

    @Test
    void whateverIsRetriedHappensOnce() {
        long complaint = complaint();
        Offer offer = offer(complaint, "80");
        Payment payment = ledger.offer(offer, NOW);
        assertThat(ledger.offer(offer, LATER)).isEqualTo(payment);
        assertThat(ledger.approve(payment.id(), SUPERVISOR, NOW))
                .isEqualTo(ledger.approve(payment.id(), SUPERVISOR, LATER));
        assertThat(ledger.pay(payment.id(), FINANCE, "R-1", NOW))
                .isEqualTo(ledger.pay(payment.id(), FINANCE, " R-1 ", LATER));
        // A job that runs again begins at the beginning.
        Payment again = ledger.offer(offer, LATER);
        ledger.approve(again.id(), SUPERVISOR, LATER);
        ledger.pay(again.id(), FINANCE, "R-1", LATER);
        assertThat(ledger.of(complaint)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(Payment.State.PAID);
            assertThat(one.paidAt()).isEqualTo(NOW);
        });
        assertThat(entries.of(complaint)).hasSize(3);
        assertThat(ledger.recover(payment.id(), FINANCE, "T-1", NOW))
                .isEqualTo(ledger.recover(payment.id(), FINANCE, "T-1", LATER));
        assertThat(entries.of(complaint)).hasSize(4);
        assertThat(ledger.lines(complaint)).hasSize(2);
    }

    @Test
    void oneKeyIsOneRequest() {
        long complaint = complaint();
        Offer offer = offer(complaint, "80");
        ledger.offer(offer, NOW);
        Offer other =
                new Offer(complaint, null, offer.key(), offer.purpose(), offer.kind(), new BigDecimal("81"), CLERK);
        assertThatThrownBy(() -> ledger.offer(other, NOW))
                .isInstanceOf(RefusedPayment.class)
                .hasMessageContaining("80.00 yuan were asked for under this request")
                .hasMessageContaining(offer.key());
    }

    @Test
    void nobodyApprovesOrPaysWhatTheyAskedForAndNobodyPaysWhatTheyApproved() {
        long complaint = complaint();
        Payment bySupervisor = ledger.offer(
                new Offer(complaint, null, key(), "退款", Payment.Kind.REFUND, new BigDecimal("80"), SUPERVISOR), NOW);
        assertThatThrownBy(() -> ledger.approve(bySupervisor.id(), SUPERVISOR, NOW))
                .isInstanceOf(RefusedPayment.class)
                .hasMessageContaining("customer-service-supervisor asked for this money and cannot approve it")
                .hasMessageContaining("Customer service manager (customer-service-manager");
        ledger.approve(bySupervisor.id(), "customer-service-manager", NOW);
        assertThatThrownBy(() -> ledger.pay(bySupervisor.id(), SUPERVISOR, "R-1", NOW))
                .isInstanceOf(RefusedPayment.class)
                .hasMessageContaining("asked for this money and cannot pay it. Leave it to a colleague");
        assertThatThrownBy(() -> ledger.pay(bySupervisor.id(), "customer-service-manager", "R-1", NOW))
                .isInstanceOf(RefusedPayment.class)
                .hasMessageContaining("approved this money and cannot pay it");
        assertThat(state(bySupervisor)).isEqualTo(Payment.State.APPROVED);
        assertThat(ledger.pay(bySupervisor.id(), FINANCE, "R-1", NOW).state()).isEqualTo(Payment.State.PAID);
    }

    @Test
    void theTablesRefuseTwoPeopleInOneWhateverTheCodeSays() {
        Payment approved = approved(complaint(), "80");
        for (String who : List.of(CLERK, SUPERVISOR)) {
            assertThatThrownBy(() -> jdbc.sql("update payment set paid_by = :who where id = :id")
                            .param("who", who)
                            .param("id", approved.id())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void eachStepNeedsTheOneBeforeIt() {
        long complaint = complaint();
        Payment offered = ledger.offer(offer(complaint, "80"), NOW);
        refuses("have not been approved yet", () -> ledger.pay(offered.id(), FINANCE, "R-1", NOW));
        refuses("have not been approved yet", () -> ledger.recover(offered.id(), FINANCE, "R-1", NOW));
        ledger.approve(offered.id(), SUPERVISOR, NOW);
        refuses(
                "already been approved by customer-service-supervisor",
                () -> ledger.approve(offered.id(), "customer-service-manager", NOW));
        refuses("already been approved", () -> ledger.refuse(offered.id(), "customer-service-manager", "no", NOW));
        refuses("already been approved", () -> ledger.recover(offered.id(), FINANCE, "R-1", NOW));
        ledger.pay(offered.id(), FINANCE, "R-1", NOW);
        refuses("already been paid by finance (R-1)", () -> ledger.pay(offered.id(), FINANCE, "R-2", NOW));
        refuses("already been paid by finance (R-1)", () -> ledger.pay(offered.id(), "accountant", "R-1", NOW));
        ledger.recover(offered.id(), FINANCE, "T-1", NOW);
        refuses("have come back (T-1)", () -> ledger.recover(offered.id(), FINANCE, "T-2", NOW));
        refuses("There is no payment", () -> ledger.pay(-1, FINANCE, "R-1", NOW));
    }

    @Test
    void whatIsRefusedIsNotPaidAndDoesNotCount() {
        long complaint = complaint();
        Payment offered = ledger.offer(offer(complaint, "80"), NOW);
        refuses("why the money is not paid", () -> ledger.refuse(offered.id(), SUPERVISOR, " ", NOW));
        Payment refused = ledger.refuse(offered.id(), SUPERVISOR, "没有小票", NOW);
        assertThat(ledger.refuse(offered.id(), SUPERVISOR, "没有小票", LATER)).isEqualTo(refused);
        refuses("没有小票", () -> ledger.approve(offered.id(), SUPERVISOR, NOW));
        refuses("were refused by customer-service-supervisor", () -> ledger.pay(offered.id(), FINANCE, "R-1", NOW));
        assertThat(ledger.linkedSum(complaint)).isEqualTo(new BigDecimal("0.00"));
        assertThat(entries.of(complaint)).hasSize(2);
    }

    @Test
    void whatWasRefusedCanBeAskedForAgain() {
        long complaint = complaint();
        Offer asked = offer(complaint, "80");
        Payment first = ledger.offer(asked, NOW);
        ledger.refuse(first.id(), SUPERVISOR, "没有小票", NOW);
        Payment second = ledger.offer(asked, NOW);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(ledger.offer(asked, LATER)).as("once").isEqualTo(second);
        ledger.refuse(second.id(), SUPERVISOR, "没有小票", NOW);
        assertThat(ledger.offer(asked, LATER).state()).isEqualTo(Payment.State.OFFERED);
        assertThat(ledger.of(complaint)).hasSize(3);
    }

    @Test
    void aWithdrawalEndsWhatIsNotPaidAndLeavesWhatIs() {
        long complaint = complaint();
        Payment paid = paid(complaint, "10");
        Payment approved = approved(complaint, "20");
        Payment offered = ledger.offer(offer(complaint, "30"), NOW);
        assertThat(ledger.release(complaint, CLERK, "客户撤诉", NOW))
                .extracting(Payment::id)
                .containsExactly(approved.id(), offered.id());
        assertThat(ledger.release(complaint, CLERK, "客户撤诉", LATER)).isEmpty();
        assertThat(List.of(state(paid), state(approved), state(offered)))
                .containsExactly(Payment.State.PAID, Payment.State.REFUSED, Payment.State.REFUSED);
        refuses("客户撤诉", () -> ledger.pay(approved.id(), FINANCE, "R-2", NOW));
        refuses("客户撤诉", () -> ledger.approve(approved.id(), SUPERVISOR, NOW));
        assertThat(ledger.linkedSum(complaint)).isEqualTo(new BigDecimal("10.00"));
    }

    @Test
    void aClosedCaseIsOfferedNothingButCanStillGetMoneyBack() {
        long complaint = complaint();
        Payment paid = paid(complaint, "10");
        complaints.close(complaint, NOW);
        refuses("is closed and locked", () -> ledger.offer(offer(complaint, "10"), NOW));
        assertThat(ledger.recover(paid.id(), FINANCE, "T-9", LATER).state()).isEqualTo(Payment.State.RECOVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "200, customer-service-supervisor",
        "200.01, customer-service-manager",
        "500.01, operations-manager",
        "20000.01, general-manager"
    })
    void theLowestLevelWhoseLimitCoversTheSumApproves(String amount, String approver) {
        long complaint = complaint();
        Payment payment = ledger.offer(offer(complaint, amount), NOW);
        assertThat(ledger.approver(complaint, ledger.linkedSum(complaint)).group())
                .hasValue(approver);
        assertThat(ledger.approve(payment.id(), approver, NOW).approvedBy()).isEqualTo(approver);
    }

    @Test
    void whoeverStandsLowerMayNotApproveAndWhoeverStandsHigherMay() {
        long complaint = complaint();
        Payment payment = ledger.offer(offer(complaint, "500.01"), NOW);
        for (String lower : List.of(SUPERVISOR, "customer-service-manager", FINANCE, "nobody", "property-manager")) {
            assertThatThrownBy(() -> ledger.approve(payment.id(), lower, NOW))
                    .isInstanceOf(RefusedPayment.class)
                    .hasMessageContaining(lower + " may not approve this")
                    .hasMessageContaining("500.01 yuan")
                    .hasMessageContaining(
                            "Operations manager (demo, operations-manager) or General manager (demo, general-manager)");
        }
        assertThat(ledger.approve(payment.id(), "general-manager", NOW).state()).isEqualTo(Payment.State.APPROVED);
    }

    @Test
    void whoMayNotPayHearsWhoMay() {
        long complaint = complaint();
        Payment payment = offer(complaint, measure(complaint, "finance"), "80");
        ledger.approve(payment.id(), "customer-service-manager", NOW);
        assertThatThrownBy(() -> ledger.pay(payment.id(), "customer-service-manager", "R-1", NOW))
                .isInstanceOf(RefusedPayment.class)
                .hasMessageEndingWith("Leave it to Finance (demo, finance).");
    }

    @Test
    void theHeadOfTheResponsibleDepartmentApprovesUpToTwentyThousand() {
        long complaint = complaint();
        Measure measure = measure(complaint, "purchasing");
        offer(complaint, measure, "5000.01");
        assertThat(approver(complaint)).isEqualTo(new Approver(Optional.of("purchasing-head"), List.of()));
        assertThat(ledger.nextApprover(complaint, ledger.linkedSum(complaint), "purchasing-head")
                        .group())
                .hasValue("general-manager");
        assertThat(ledger.nextApprover(complaint, ledger.linkedSum(complaint), "general-manager")
                        .group())
                .isEmpty();
    }

    @Test
    void aDepartmentsHeadWithASmallerLimitOfItsOwnDoesNotApproveMoreByThat() {
        long complaint = complaint();
        offer(complaint, measure(complaint, "customer-service"), "20000");
        assertThat(approver(complaint).group()).hasValue("general-manager-office");
        long another = complaint();
        offer(another, measure(another, "floor-supervisor"), "6000");
        assertThat(approver(another).group()).hasValue("general-manager-office");
    }

    @Test
    void moneyWithoutADepartmentGoesToTheGeneralManager() {
        long complaint = complaint();
        ledger.offer(offer(complaint, "6000"), NOW);
        assertThat(approver(complaint).group()).hasValue("general-manager");
    }

    @Test
    void theEnvironmentIsThePropertySidesToApprove() {
        long complaint = complaint("environment-accident");
        ledger.offer(offer(complaint, "600"), NOW);
        assertThat(approver(complaint).group()).hasValue("property-manager");
        ledger.offer(offer(complaint, "6000"), NOW);
        assertThat(approver(complaint).group()).hasValue("property-director");
    }

    @Test
    void theLimitsLookAtAllPaymentsOfTheCaseAndOfCasesLinkedToIt() {
        long first = complaint();
        long second = complaint();
        long third = complaint();
        paid(first, "150");
        approved(second, "40");
        links.link(new Link(second, first, Link.Kind.OTHER_MATTER), CLERK, NOW);
        links.link(new Link(third, second, Link.Kind.FOLLOW_ON), CLERK, NOW);
        Payment last = ledger.offer(offer(third, "10"), NOW);
        assertThat(ledger.linkedSum(third)).isEqualTo(new BigDecimal("200.00"));
        assertThat(approver(third).group()).hasValue(SUPERVISOR);
        Payment further = ledger.offer(offer(first, "0.01"), NOW);
        assertThat(approver(third).group()).hasValue("customer-service-manager");
        refuses("200.01 yuan", () -> ledger.approve(last.id(), SUPERVISOR, NOW));
        ledger.refuse(further.id(), SUPERVISOR, "重复", NOW);
        assertThat(ledger.approve(last.id(), SUPERVISOR, NOW).state()).isEqualTo(Payment.State.APPROVED);
    }

    @Test
    void aMeasureIsPaidForOnce() {
        long complaint = complaint();
        Measure measure = measure(complaint, "purchasing");
        Payment first = offer(complaint, measure, "60");
        refuses("60.00 yuan are already on their way", () -> offer(complaint, measure, "60"));
        ledger.refuse(first.id(), SUPERVISOR, "金额不符", NOW);
        assertThat(offer(complaint, measure, "50").state()).isEqualTo(Payment.State.OFFERED);
        long another = complaint();
        refuses("belongs to another case", () -> offer(another, measure, "50"));
    }

    @Test
    void climbsOverLevelsWithoutPeopleAndOverTheRequesterAlone() {
        long complaint = complaint();
        ledger.offer(new Offer(complaint, null, key(), "退款", Payment.Kind.CASH, new BigDecimal("80"), SUPERVISOR), NOW);
        // Another supervisor may approve what this one asked for.
        assertThat(approver(complaint)).isEqualTo(new Approver(Optional.of(SUPERVISOR), List.of()));
        withOnly(SUPERVISOR, SUPERVISOR, () -> {
            assertThat(approver(complaint))
                    .isEqualTo(new Approver(Optional.of("customer-service-manager"), List.of(SUPERVISOR)));
            withOnly(
                    "customer-service-manager",
                    "nobody",
                    () -> assertThat(approver(complaint))
                            .isEqualTo(new Approver(
                                    Optional.of("operations-manager"),
                                    List.of(SUPERVISOR, "customer-service-manager"))));
        });
    }

    @Test
    void nobodyLeftToApproveIsSaidAndNotGuessed() {
        long complaint = complaint();
        ledger.offer(
                new Offer(complaint, null, key(), "赔偿", Payment.Kind.CASH, new BigDecimal("30000"), "general-manager"),
                NOW);
        withOnly(
                "general-manager",
                "general-manager",
                () -> assertThat(approver(complaint))
                        .isEqualTo(new Approver(Optional.empty(), List.of("general-manager"))));
    }

    @Test
    void twoPayersAtOnceMakeOnePayment() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            long complaint = complaint();
            Payment approved = approved(complaint, "80");
            List<Object> outcomes = AtOnce.outcomes(List.of(
                    () -> ledger.pay(approved.id(), FINANCE, "R-1", NOW),
                    () -> ledger.pay(approved.id(), "accountant", "R-2", NOW)));
            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(Payment.class)
                    .hasAtLeastOneElementOfType(RefusedPayment.class);
            assertThat(count(complaint, "PAID")).isEqualTo(1);
        }
    }

    @Test
    void thePayerWhoSubmitsTwiceAtOnceGetsTheSameAnswer() throws InterruptedException {
        long complaint = complaint();
        Payment approved = approved(complaint, "80");
        List<Object> outcomes = AtOnce.outcomes(List.of(
                () -> ledger.pay(approved.id(), FINANCE, "R-1", NOW),
                () -> ledger.pay(approved.id(), FINANCE, "R-1", LATER)));
        assertThat(outcomes).allMatch(ledger.find(approved.id()).orElseThrow()::equals);
        assertThat(count(complaint, "PAID")).isEqualTo(1);
    }

    @Test
    void twoApproversAtOnceMakeOneApproval() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            long complaint = complaint();
            Payment offered = ledger.offer(offer(complaint, "80"), NOW);
            List<Object> outcomes = AtOnce.outcomes(List.of(
                    () -> ledger.approve(offered.id(), SUPERVISOR, NOW),
                    () -> ledger.refuse(offered.id(), "customer-service-manager", "不符合规定", NOW)));
            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(Payment.class)
                    .hasAtLeastOneElementOfType(RefusedPayment.class);
            assertThat(count(complaint, "APPROVED") + count(complaint, "REFUSED"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aWithdrawalWhileTheMoneyIsPaidEitherComesFirstOrTooLate() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            long complaint = complaint();
            Payment approved = approved(complaint, "80");
            AtOnce.outcomes(List.of(
                    () -> ledger.pay(approved.id(), FINANCE, "R-1", NOW),
                    () -> ledger.release(complaint, CLERK, "客户撤诉", NOW)));
            assertThat(count(complaint, "PAID") + count(complaint, "REFUSED")).isEqualTo(1);
            assertThat(state(approved)).isIn(Payment.State.PAID, Payment.State.REFUSED);
        }
    }

    @Test
    void manyIdenticalRequestsAtOnceAreOne() throws InterruptedException {
        long complaint = complaint();
        Offer offer = offer(complaint, "80");
        List<Callable<?>> acts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            acts.add(() -> ledger.offer(offer, NOW));
        }
        assertThat(AtOnce.outcomes(acts)).allMatch(ledger.of(complaint).get(0)::equals);
        assertThat(ledger.of(complaint)).hasSize(1);
        assertThat(count(complaint, "OFFERED")).isEqualTo(1);
    }

    @Test
    void twoLinkedCasesDoNotSlipUnderOneLimitTogether() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            long first = complaint();
            long second = complaint();
            links.link(new Link(second, first, Link.Kind.JOINED), CLERK, NOW);
            Payment one = ledger.offer(offer(first, "150"), NOW);
            List<Object> outcomes = AtOnce.outcomes(List.of(
                    () -> ledger.approve(one.id(), SUPERVISOR, NOW),
                    () -> ledger.approve(ledger.offer(offer(second, "150"), NOW).id(), SUPERVISOR, NOW)));
            assertThat(outcomes).filteredOn(Payment.class::isInstance).hasSizeLessThanOrEqualTo(1);
            assertThat(outcomes)
                    .filteredOn(Throwable.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(refused -> assertThat((Throwable) refused)
                            .isInstanceOf(RefusedPayment.class)
                            .hasMessageContaining("300.00 yuan"));
        }
    }

    @Test
    void whatFailsWithItsStepHasNotHappened() {
        long complaint = complaint();
        Payment approved = approved(complaint, "80");
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(step -> {
                    ledger.pay(approved.id(), FINANCE, "R-1", NOW);
                    throw new IllegalStateException("the step failed");
                }))
                .hasMessage("the step failed");
        assertThat(state(approved)).isEqualTo(Payment.State.APPROVED);
        assertThat(count(complaint, "PAID")).isZero();
        assertThat(ledger.pay(approved.id(), FINANCE, "R-1", LATER).paidAt()).isEqualTo(LATER);
    }

    private void refuses(String sentence, Callable<?> act) {
        assertThatThrownBy(act::call).isInstanceOf(RefusedPayment.class).hasMessageContaining(sentence);
    }

    private Approver approver(long complaint) {
        return ledger.approver(complaint, ledger.linkedSum(complaint));
    }

    /** While nobody is in the group, or only that person. */
    private void withOnly(String group, String alone, Runnable act) {
        List<String> people = identities.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .filter(person -> !person.equals(alone))
                .toList();
        people.forEach(person -> identities.deleteMembership(person, group));
        try {
            act.run();
        } finally {
            people.forEach(person -> identities.createMembership(person, group));
        }
    }

    private Payment paid(long complaint, String amount) {
        return ledger.pay(approved(complaint, amount).id(), FINANCE, "R-" + key(), NOW);
    }

    private Payment approved(long complaint, String amount) {
        return ledger.approve(ledger.offer(offer(complaint, amount), NOW).id(), SUPERVISOR, NOW);
    }

    private Payment offer(long complaint, Measure measure, String amount) {
        return ledger.offer(
                new Offer(complaint, measure.id(), key(), "退款", Payment.Kind.REFUND, new BigDecimal(amount), CLERK),
                NOW);
    }

    private static Offer offer(long complaint, String amount) {
        return new Offer(complaint, null, key(), "退款", Payment.Kind.REFUND, new BigDecimal(amount), CLERK);
    }

    private Measure measure(long complaint, String department) {
        return measures.plan(
                        complaint,
                        List.of(new PlannedMeasure(
                                "退款", department, null, null, LocalDate.parse("2026-03-05"), Compensation.REFUND)),
                        CLERK,
                        NOW)
                .get(0);
    }

    private Payment.State state(Payment payment) {
        return ledger.find(payment.id()).orElseThrow().state();
    }

    /** How often the case file says so. */
    private long count(long complaint, String state) {
        return entries.of(complaint).stream()
                .filter(entry -> state.equals(entry.fields().get("paymentState")))
                .count();
    }

    private long complaint() {
        return complaint("price");
    }

    private long complaint(String category) {
        return registration
                .register(
                        Map.of("channel", "desk", "site", "supermarket", "category", category, "description", "酸奶过期"),
                        CLERK)
                .id();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
