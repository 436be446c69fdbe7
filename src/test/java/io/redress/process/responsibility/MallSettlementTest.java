package io.redress.process.responsibility;

import static io.redress.process.responsibility.MallNavigator.AGREE;
import static io.redress.process.responsibility.MallNavigator.APPROVE;
import static io.redress.process.responsibility.MallNavigator.CHECK;
import static io.redress.process.responsibility.MallNavigator.CLERK;
import static io.redress.process.responsibility.MallNavigator.CONFIRM;
import static io.redress.process.responsibility.MallNavigator.DECIDE;
import static io.redress.process.responsibility.MallNavigator.EXPLAIN;
import static io.redress.process.responsibility.MallNavigator.FACTS;
import static io.redress.process.responsibility.MallNavigator.FINANCE;
import static io.redress.process.responsibility.MallNavigator.HAND_OVER;
import static io.redress.process.responsibility.MallNavigator.IN_PLACE;
import static io.redress.process.responsibility.MallNavigator.LOSS;
import static io.redress.process.responsibility.MallNavigator.OPERATIONS;
import static io.redress.process.responsibility.MallNavigator.PAY;
import static io.redress.process.responsibility.MallNavigator.PROPERTY;
import static io.redress.process.responsibility.MallNavigator.RECEIVE;
import static io.redress.process.responsibility.MallNavigator.RECOVER;
import static io.redress.process.responsibility.MallNavigator.TAKE_BACK;
import static io.redress.process.responsibility.MallNavigator.WITHOUT;
import static io.redress.process.responsibility.MallNavigator.agreed;
import static io.redress.process.responsibility.MallNavigator.judged;
import static io.redress.process.responsibility.MallNavigator.with;
import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processEngine;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.casefile.CaseFile;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.LedgerLine;
import io.redress.casefile.money.Means;
import io.redress.casefile.money.Party;
import io.redress.casefile.money.Payment;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.settlement.Recoveries;
import io.redress.casefile.settlement.Responsibilities;
import io.redress.casefile.settlement.Responsibility;
import io.redress.casefile.settlement.Settlements;
import io.redress.merchant.Merchant;
import io.redress.merchant.Merchants;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chart of the mall (source 000) without the insurer: routes B and D, from the judgement to the filed copies. */
@ProcessTest
class MallSettlementTest {

    private static final String POLICY = "GZZR-1";

    private final Desk desk;
    private final MallNavigator mall;
    private final Deadlines deadlines;
    private final Messages messages;
    private final Papers papers;
    private final Ledger ledger;
    private final Recoveries recoveries;
    private final Merchants merchants;
    private final InsurancePolicies policies;
    private final Responsibilities responsibilities;
    private final Links links;
    private final Settlements settlements;
    private final CaseFile caseFile;
    private final JdbcClient jdbc;
    private final TestClock clock;

    MallSettlementTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired Messages messages,
            @Autowired Papers papers,
            @Autowired Ledger ledger,
            @Autowired Recoveries recoveries,
            @Autowired Merchants merchants,
            @Autowired InsurancePolicies policies,
            @Autowired Responsibilities responsibilities,
            @Autowired Links links,
            @Autowired Settlements settlements,
            @Autowired CaseFile caseFile,
            @Autowired JdbcClient jdbc,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.mall = new MallNavigator(desk, new IntakeNavigator(desk, clerk, clock), complaints, clock);
        this.deadlines = deadlines;
        this.messages = messages;
        this.papers = papers;
        this.ledger = ledger;
        this.recoveries = recoveries;
        this.merchants = merchants;
        this.policies = policies;
        this.responsibilities = responsibilities;
        this.links = links;
        this.settlements = settlements;
        this.caseFile = caseFile;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // Whose is it?

    @ParameterizedTest
    @CsvSource({"merchant-compensation, operations-manager", "environment-accident, property-manager"})
    void whoseMatterItIsSaysWhoJudgesIt(String category, String decider) {
        ProcessInstance claimed = mall.atDecide(category);
        assertThat(task(DECIDE, claimed)).hasCandidateGroup(decider);
        assertThat(states(claimed, "RESPONSIBILITY")).containsExactly(DeadlineState.RUNNING);
    }

    @Test
    void whatIsOfTheOtherKindGoesToWhoeverJudgesThat() {
        ProcessInstance claimed = mall.atDecide("environment-accident");
        mall.decided(PROPERTY, claimed, judged("other-kind"));
        execute(job("serviceTask_findDecider", claimed));
        assertThat(task(DECIDE, claimed)).hasCandidateGroup(OPERATIONS);
        // Once; then the general manager has the last word.
        mall.decided(OPERATIONS, claimed, judged("other-kind"));
        execute(job("serviceTask_findDecider", claimed));
        assertThat(task(DECIDE, claimed)).hasCandidateGroup("general-manager");
        assertThatThrownBy(() -> desk.submit("general-manager", task(DECIDE, claimed), judged("other-kind")))
                .hasMessageContaining("Decide now");
    }

    @Test
    void evidenceIsCompletedTwiceAtMost() {
        ProcessInstance claimed = mall.atDecide("environment-accident");
        for (String who : List.of(PROPERTY, PROPERTY, PROPERTY)) {
            mall.decided(who, claimed, judged("evidence-missing"));
            assertThat(claimed).isWaitingAt(FACTS);
            assertThat(desk.open(CLERK, task(FACTS, claimed))).containsEntry("conclusionReason", "监控和现场照片。");
            desk.submit(CLERK, task(FACTS, claimed), Map.of("factsAdded", "补拍照片。"));
            execute(job("serviceTask_findDecider", claimed));
        }
        assertThat(task(DECIDE, claimed)).hasCandidateGroup("general-manager");
    }

    @ParameterizedTest
    @CsvSource({
        "liability, perhaps, liability",
        "coveredByPolicy, , coveredByPolicy",
        "responsibilityReason, , responsibilityReason"
    })
    void aJudgementThatLacksSomethingIsRefused(String field, String value, String named) {
        ProcessInstance claimed = mall.atDecide("environment-accident");
        Map<String, Object> ours = judged("ours");
        ours.put(field, value);
        assertThatThrownBy(() -> desk.submit(PROPERTY, task(DECIDE, claimed), ours))
                .hasMessageNotContaining("null");
        assertThat(claimed).isWaitingAt(DECIDE);
    }

    @Test
    void whatIsNotPaidIsExplained() {
        ProcessInstance claimed = mall.atDecide("environment-accident");
        Map<String, Object> no = judged("not-ours");
        no.put("goodwill", "no");
        mall.decided(PROPERTY, claimed, no);
        execute(job("businessRuleTask_findLiabilityRoute", claimed));
        assertThat(claimed).isWaitingAt(EXPLAIN);
        assertThat(desk.open(CLERK, task(EXPLAIN, claimed))).containsEntry("conclusionReason", "监控和现场照片。");
    }

    @ParameterizedTest
    @CsvSource({"yes, endEvent_findingAccepted", "no, endEvent_findingNotAccepted"})
    void theExplanationIsAcceptedOrNot(String accepted, String end) {
        ProcessInstance claimed = mall.atDecide("environment-accident");
        Map<String, Object> no = judged("not-ours");
        no.put("goodwill", "no");
        mall.decided(PROPERTY, claimed, no);
        execute(job("businessRuleTask_findLiabilityRoute", claimed));
        Map<String, Object> fields = new HashMap<>();
        fields.put("explanation", "已说明。");
        fields.put("findingAccepted", accepted);
        fields.put("customersWord", null);
        desk.submit(CLERK, task(EXPLAIN, claimed), fields);
        execute(job(EXPLAIN, claimed));
        assertThat(claimed).hasPassed(end);
    }

    @ParameterizedTest
    @CsvSource({
        "merchant-compensation, yes",
        "merchant-compensation, no",
        "environment-accident, yes",
        "environment-accident, no"
    })
    void whatIsOursIsPaidByTheMallWithoutTheQuestionOfGoodwill(String category, String covered) {
        insured("100.00", "yes");
        ProcessInstance claimed = mall.atDecide(category);
        Map<String, Object> ours = judged("ours");
        ours.put("coveredByPolicy", covered);
        mall.decided(category.startsWith("merchant") ? OPERATIONS : PROPERTY, claimed, ours);
        mall.routed(claimed);
        assertThat(claimed).isWaitingAt(AGREE);
        String settler = category.startsWith("environment") && covered.equals("no") ? CLERK : OPERATIONS;
        assertThat(desk.open(settler, task(AGREE, claimed)).get("judged").toString())
                .startsWith("Within");
        Responsibility judged = responsibilities.find(mall.id(claimed)).orElseThrow();
        assertThat(judged.policy()).isEqualTo(covered.equals("yes") ? POLICY : null);
    }

    // Is it covered?

    /** A policy of the mall that begins today and ends today, where the mall is. */
    private void insured(String excess, String active) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        policies.importTable(
                """
                number,name,insurer,site,covers,from,to,excess,case-limit,active
                %s,公众责任险,江城财产保险,mall-service-centre,merchant environment,%s,%s,%s,200000,%s
                """.formatted(POLICY, today, today, excess, active).getBytes(StandardCharsets.UTF_8),
                "admin",
                clock.instant());
    }

    @ParameterizedTest
    @CsvSource({"0, yes", "299.99, yes", "300.00, no", "300.01, no"})
    void proposesThatThePolicyOfTheDayCoversWhatIsAboveItsExcess(String excess, String covered) {
        insured(excess, "yes");
        ProcessInstance claimed = mall.atDecide("environment-accident");
        Map<String, Object> shown = desk.open(PROPERTY, task(DECIDE, claimed));
        assertThat(shown).containsEntry("coveredByPolicy", covered);
        assertThat(shown.get("policyLine").toString())
                .startsWith("江城财产保险 · 公众责任险\nPolicy " + POLICY)
                .contains("limit 200,000.00 yuan a case");
        assertThat(shown.get("policyLine").toString().contains("No more is claimed"))
                .isEqualTo(covered.equals("no"));
    }

    @Test
    void withoutAPolicyNoIsProposedAndYesRefused() {
        insured("0", "no");
        ProcessInstance claimed = mall.atDecide("environment-accident");
        Map<String, Object> shown = desk.open(PROPERTY, task(DECIDE, claimed));
        assertThat(shown).containsEntry("coveredByPolicy", "no");
        assertThat(shown.get("policyLine").toString()).startsWith("None holds for this site");
        Map<String, Object> ours = judged("ours");
        ours.put("coveredByPolicy", "yes");
        assertThatThrownBy(() -> desk.submit(PROPERTY, task(DECIDE, claimed), ours))
                .hasMessageContaining("No policy of the register holds for this site and this kind of claim on");
        assertThat(claimed).isWaitingAt(DECIDE);
        insured("0", "yes");
        mall.decided(PROPERTY, claimed, ours);
        // What holds no more stays what it was judged by.
        insured("0", "no");
        assertThat(responsibilities.find(mall.id(claimed)).orElseThrow().policy())
                .isEqualTo(POLICY);
    }

    @Test
    void whatIsDecidedOnTheDayAfterIsCoveredByThePolicyOfTheDayOfReceipt() {
        insured("0", "yes");
        ProcessInstance claimed = mall.atDecide("environment-accident");
        clock.pass(Duration.ofDays(1));
        assertThat(desk.open(PROPERTY, task(DECIDE, claimed))).containsEntry("coveredByPolicy", "yes");
        ProcessInstance later = mall.atDecide("environment-accident");
        assertThat(desk.open(PROPERTY, task(DECIDE, later))).containsEntry("coveredByPolicy", "no");
    }

    @Test
    void ofTheOtherKindAnotherPolicyIsProposed() {
        insured("0", "yes");
        policies.importTable(
                "number,insurer,covers,from,to,case-limit\n%s,江城财产保险,environment,%s,%s,100\n"
                        .formatted(POLICY, "2020-01-01", "2099-12-31")
                        .getBytes(StandardCharsets.UTF_8),
                "admin",
                clock.instant());
        ProcessInstance claimed = mall.atDecide("environment-accident");
        assertThat(desk.open(PROPERTY, task(DECIDE, claimed))).containsEntry("coveredByPolicy", "yes");
        mall.decided(PROPERTY, claimed, judged("other-kind"));
        execute(job("serviceTask_findDecider", claimed));
        assertThat(desk.open(OPERATIONS, task(DECIDE, claimed))).containsEntry("coveredByPolicy", "no");
        insured("0", "no");
    }

    // What is agreed.

    @Test
    void proposesWhatIsKnown() {
        ProcessInstance claimed = mall.atAgreeOfD();
        assertThat(desk.open(CLERK, task(AGREE, claimed)))
                .containsEntry("payeeName", "李明")
                .containsEntry("settlementAmount", "300")
                .containsEntry("payeeKind", "customer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payeeIdNumber|110105194912310021|check digit",
                "settlementAmount|0|",
                "settlementAmount|-5|",
                "settlementAmount|12.345|",
                "settlementAmount|1000.01|by transfer",
                "recoverFrom|恒通保洁|both",
                "paidBy|gold|"
            })
    void refusesWhatCanNotBeRight(String field, String value, String reason) {
        ProcessInstance claimed = mall.atAgreeOfD();
        Map<String, Object> wrong = agreed("300.00");
        wrong.put(field, value);
        assertThatThrownBy(() -> desk.submit(CLERK, task(AGREE, claimed), wrong))
                .hasMessageContaining(reason == null ? "" : reason);
        assertThat(claimed).isWaitingAt(AGREE);
        assertThat(ledger.of(mall.id(claimed))).isEmpty();
    }

    @Test
    void takesATransferIntoAnAccountThatThereCanBe() {
        ProcessInstance claimed = mall.atAgreeOfD();
        Map<String, Object> transfer = agreed("3000.00");
        transfer.put("paidBy", "transfer");
        transfer.put("accountBank", "中国工商银行");
        transfer.put("accountNumber", "6222 0212 3456 7890 124");
        assertThatThrownBy(() -> desk.submit(CLERK, task(AGREE, claimed), transfer))
                .hasMessageContaining("account");
        transfer.put("accountNumber", "6222 0212 3456 7890 123");
        assertThatThrownBy(() -> desk.submit(CLERK, task(AGREE, claimed), transfer))
                .hasMessageContaining("account");
        transfer.put("accountNumber", "1001 2345 6789 0123");
        mall.offered(CLERK, claimed, transfer);
        mall.toApprove(claimed);
        assertThat(ledger.of(mall.id(claimed)))
                .extracting(payment -> payment.offer().amount().toPlainString())
                .containsExactly("3000.00");
    }

    @Test
    void theThirdNoEndsIt() {
        ProcessInstance claimed = mall.atAgreeOfD();
        Map<String, Object> no = agreed("200.00");
        no.put("settlementAnswer", "refused");
        for (int offer = 1; offer <= 2; offer++) {
            mall.offered(CLERK, claimed, no);
            assertThat(claimed).isWaitingAt(AGREE);
        }
        mall.offered(CLERK, claimed, no);
        assertThat(claimed).hasPassed("endEvent_notAgreed").isNotWaitingAt(AGREE);
        assertThat(ledger.of(mall.id(claimed))).isEmpty();
    }

    @Test
    void aPlanThatTheLadderHasBroughtAboutIsCarriedOutInTheGeneralCourse() {
        ProcessInstance claimed = mall.atAgreeOfD();
        Map<String, Object> no = agreed("200.00");
        no.put("settlementAnswer", "refused");
        for (int offer = 1; offer <= 3; offer++) {
            mall.offered(CLERK, claimed, no);
        }
        Map<String, Object> said = Map.of(
                "planOffered", "yes",
                "compensation", "apology",
                "reached", "yes",
                "satisfaction", "satisfied",
                "solved", "solved");
        mall.handle(claimed, "userTask_writeDownTheLesson", said);
        assertThat(claimed).hasPassed("callActivity_complaintResolution", "endEvent_generalCourseOver");
    }

    // Papers.

    private ProcessInstance atCheck() {
        ProcessInstance claimed = mall.atAgreeOfD();
        Map<String, Object> said = agreed("300.00");
        said.put("papersNeededList", "购物小票\n医院发票");
        mall.offered(CLERK, claimed, said);
        assertThat(claimed).isWaitingAt(CHECK);
        return claimed;
    }

    private ProcessInstance atReceive() {
        ProcessInstance claimed = atCheck();
        Map<String, Object> missing = new HashMap<>();
        missing.put("papersComplete", "no");
        missing.put("papersMissing", "医院发票");
        desk.submit(CLERK, task(CHECK, claimed), missing);
        execute(job(CHECK, claimed));
        execute(job("serviceTask_askForPapers", claimed));
        assertThat(claimed).isWaitingAt(RECEIVE);
        return claimed;
    }

    @Test
    void whatIsMissingIsNamedAndTheClockStandsStill() {
        ProcessInstance claimed = atReceive();
        assertThat(messages.of(mall.id(claimed)))
                .filteredOn(message -> message.template().equals("papers-missing"))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.text()).contains("医院发票"));
        assertThat(states(claimed, "RESOLUTION")).containsExactly(DeadlineState.PAUSED);
        desk.submit(CLERK, task(RECEIVE, claimed), Map.of("papersReceived", "发票一张"));
        assertThat(claimed).isWaitingAt(CHECK);
        assertThat(states(claimed, "RESOLUTION")).containsExactly(DeadlineState.RUNNING);
        assertThat(states(claimed, "PAPERS")).containsExactly(DeadlineState.MET);
        desk.submit(CLERK, task(CHECK, claimed), Map.of("papersComplete", "yes"));
        execute(job(CHECK, claimed));
        mall.toApprove(claimed);
    }

    @Test
    void remindsEachFifthWorkingDay() {
        ProcessInstance claimed = atReceive();
        clock.set(job("event_5WorkingDaysWithoutPapers", claimed).getDuedate().toInstant());
        execute(job("event_5WorkingDaysWithoutPapers", claimed));
        execute(job("serviceTask_remindOfPapers", claimed));
        assertThat(messages.of(mall.id(claimed))).extracting(Message::template).contains("papers-reminder");
        assertThat(claimed).isWaitingAt(RECEIVE);
    }

    @ParameterizedTest
    @CsvSource({"go-on", "close"})
    void after30DaysTheOperationsManagerDecides(String decision) {
        ProcessInstance claimed = atReceive();
        clock.set(deadlines.due(mall.id(claimed), "PAPERS").orElseThrow());
        execute(job("event_30DaysWithoutPapers", claimed));
        assertThat(claimed).isWaitingAt(WITHOUT);
        Map<String, Object> fields = new HashMap<>();
        fields.put("withoutPapers", decision);
        fields.put("withoutPapersReason", "有监控为证。");
        desk.submit(OPERATIONS, task(WITHOUT, claimed), fields);
        assertThat(deadlines.of(mall.id(claimed)))
                .filteredOn(deadline -> deadline.kind().equals("PAPERS"))
                .as("nobody waits for them any more")
                .allSatisfy(deadline -> assertThat(deadline.endedAt()).isNotNull());
        execute(job(WITHOUT, claimed));
        if (decision.equals("go-on")) {
            mall.toApprove(claimed);
        } else {
            execute(job("serviceTask_closeWithoutPapers", claimed));
            assertThat(claimed).hasPassed("endEvent_noPapers");
            assertThat(ledger.of(mall.id(claimed))).extracting(Payment::state).containsExactly(Payment.State.REFUSED);
        }
    }

    // The mall pays.

    @Test
    void theMallsMoneyIsApprovedPaidSignedForAndFiled() {
        ProcessInstance claimed = mall.atApproveOfD("300.00");
        assertThat(kinds(claimed)).contains("compensation-request");
        mall.approved("customer-service-manager", claimed, "approved");
        mall.begun(claimed, "mall-payment");
        assertThat(kinds(claimed)).contains("receipt", "settlement-agreement");
        mall.paid(claimed);
        assertThat(states(claimed, "COLLECTION")).containsExactly(DeadlineState.RUNNING);
        mall.handedOver(claimed, "yes");
        execute(job("serviceTask_beginRecoveries", mall.payment(claimed, "mall-payment")));
        assertThat(mall.filed(claimed, "mall-payment")).containsExactly(CLERK, FINANCE);
        mall.heard(claimed);
        assertThat(claimed).hasPassed("endEvent_customerHasTheMoney");
        assertThat(ledger.of(mall.id(claimed))).extracting(Payment::state).containsExactly(Payment.State.PAID);
        assertThat(papers.of(mall.id(claimed)))
                .filteredOn(paper -> List.of("receipt", "settlement-agreement").contains(paper.kind()))
                .allSatisfy(paper -> assertThat(paper.signedByAttachment()).isNotNull())
                .allSatisfy(paper -> assertThat(paper.holders()).hasSize(2));
        mall.handle(
                claimed,
                "userTask_writeDownTheLesson",
                Map.of("reached", "yes", "satisfaction", "satisfied", "solved", "solved"));
    }

    @Test
    void askedForApprovedAndPaidByThree() {
        ProcessInstance claimed = mall.atApproveOfD("300.00");
        assertThatThrownBy(() -> mall.approved(CLERK, claimed, "approved")).hasMessageContaining(CLERK);
        mall.approved("customer-service-manager", claimed, "approved");
        mall.begun(claimed, "mall-payment");
        Task pay = task(PAY, mall.payment(claimed, "mall-payment"));
        for (String who : List.of(CLERK, "customer-service-manager")) {
            assertThatThrownBy(() -> desk.submit(who, pay, with(desk.open(FINANCE, pay), "paymentProof", "付-1")))
                    .isInstanceOf(RuntimeException.class);
        }
        mall.paid(claimed);
    }

    @Test
    void whoeverApprovesReadsWhatFor() {
        ProcessInstance claimed = mall.atApproveOfD("300.00");
        assertThat(desk.open("customer-service-manager", task(APPROVE, claimed))
                        .get("approvalLine")
                        .toString())
                .startsWith("300.00")
                .contains("asked for by");
    }

    @Test
    void whoeverAgreedItDoesNotApproveWhatTheMallPaysInTheMerchantsPlace() {
        ProcessInstance claimed = mall.atConfirmOfB("300.00");
        String agreed = ledger.of(mall.id(claimed)).get(0).offer().requestedBy();
        mall.confirmed(claimed, "no");
        mall.inItsPlace(claimed, "mall-pays");
        Payment inPlace = ledger.toApprove(mall.id(claimed)).get(0);
        assertThatThrownBy(() -> ledger.approve(inPlace.id(), agreed, clock.instant()))
                .hasMessageContaining(agreed);
    }

    @Test
    void theCopyIsThatOfTheMerchantThatPaid() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("chunfeng", "300.00");
        long measure = ledger.of(mall.id(claimed)).get(0).offer().measureId();
        jdbc.sql("update responsibility set merchant = 'yunxi' where complaint_id = :id")
                .param("id", mall.id(claimed))
                .update();
        assertThat(settlements.copyHolders(mall.id(claimed), measure)).contains("merchant-chunfeng");
        assertThat(papers.of(mall.id(claimed)))
                .filteredOn(paper -> paper.kind().equals(PaperKind.RECEIPT))
                .allSatisfy(
                        paper -> assertThat(settlements.merchantHolding(paper)).hasValue("merchant-chunfeng"));
    }

    @Test
    void whatWasPaidIsSaidAndNotProposedAgain() {
        ProcessInstance claimed = mall.atHandOverOfD("300.00");
        assertThat(settlements.paidAlready(mall.id(claimed))).isEqualByComparingTo("300.00");
        assertThat(settlements.cashLimit(mall.id(claimed))).isEqualByComparingTo("700.00");
        assertThat(caseFile.answers(
                        mall.id(claimed), Map.of(), Set.of("settlementFacts", "alreadyPaid", "settlementAmount")))
                .doesNotContainKey("settlementAmount")
                .extractingByKey("alreadyPaid")
                .asString()
                .contains("300.00");
    }

    @Test
    void whoeverApprovesReadsWhatTheSamePersonGetsInACaseThatNobodyHasLinked() {
        ProcessInstance first = mall.atApproveOfD("200.00");
        ProcessInstance second = mall.atApproveOfD("200.00");
        assertThat(links.together(mall.id(second))).doesNotContain(mall.id(first));
        assertThat(desk.open("customer-service-manager", task(APPROVE, second))
                        .get("approvalLine")
                        .toString())
                .contains("To the same person", first.getBusinessKey(), "200.00");
    }

    @Test
    void whatIsRefusedIsAgreedAnew() {
        ProcessInstance claimed = mall.atApproveOfD("300.00");
        mall.approved("customer-service-manager", claimed, "refused");
        assertThat(claimed).isWaitingAt(AGREE);
        mall.offered(CLERK, claimed, agreed("150.00"));
        mall.toApprove(claimed);
        assertThat(ledger.of(mall.id(claimed)))
                .extracting(Payment::state)
                .containsExactly(Payment.State.REFUSED, Payment.State.OFFERED);
    }

    @Test
    void whoeverDoesNotSignGetsNothing() {
        ProcessInstance claimed = mall.atHandOverOfD("300.00");
        mall.handedOver(claimed, "no");
        takenBack(claimed);
    }

    @Test
    void withoutAScanNobodyHasSigned() {
        ProcessInstance claimed = mall.atHandOverOfD("300.00");
        Task task = task(HAND_OVER, mall.payment(claimed, "mall-payment"));
        assertThatThrownBy(() -> desk.submit(CLERK, task, with(desk.open(CLERK, task), "signed", "yes")))
                .hasMessageContaining("scan");
    }

    @Test
    void whatNobodyCollectsGoesBack() {
        ProcessInstance claimed = mall.atHandOverOfD("300.00");
        ProcessInstance payment = mall.payment(claimed, "mall-payment");
        clock.set(deadlines.due(mall.id(claimed), "COLLECTION").orElseThrow());
        execute(job("event_5WorkingDaysNotCollected", payment));
        takenBack(claimed);
    }

    private void takenBack(ProcessInstance claimed) {
        Task back = task(TAKE_BACK, mall.payment(claimed, "mall-payment"));
        desk.submit(FINANCE, back, with(desk.open(FINANCE, back), "paymentProof", "退-01"));
        mall.over(claimed, "mall-payment");
        mall.heard(claimed);
        assertThat(claimed).hasPassed("endEvent_moneyNotTaken");
        assertThat(ledger.of(mall.id(claimed))).extracting(Payment::state).containsExactly(Payment.State.RECOVERED);
        assertThat(ledger.lines(mall.id(claimed)))
                .extracting(LedgerLine::kind, LedgerLine::payer, LedgerLine::means)
                .containsExactly(
                        tuple(LedgerLine.Kind.PAYMENT, Party.HOUSE, Means.CASH),
                        tuple(LedgerLine.Kind.REVERSAL, Party.CUSTOMER, Means.CASH));
    }

    @Test
    void whatIsSplitOverLinkedCasesIsApprovedAsOneSum() {
        ProcessInstance first = mall.atApproveOfD("400.00");
        assertThat(asked(APPROVE, first)).containsExactly("customer-service-manager");
        mall.approved("customer-service-manager", first, "approved");
        ProcessInstance second = mall.atAgreeOfD();
        links.link(new Link(mall.id(second), mall.id(first), Link.Kind.OTHER_MATTER), CLERK, clock.instant());
        mall.offered(CLERK, second, agreed("400.00"));
        mall.toApprove(second);
        assertThat(asked(APPROVE, second)).containsExactly(PROPERTY);
    }

    @Test
    void aLatePaymentIsToldAgain() {
        ProcessInstance claimed = mall.atPayOfD("300.00");
        ProcessInstance payment = mall.payment(claimed, "mall-payment");
        clock.set(job("event_paymentStillOverdue", payment).getDuedate().toInstant());
        execute(job("event_paymentStillOverdue", payment));
        execute(job("serviceTask_notifyOfTheLatePayment", payment));
        assertThat(payment).isWaitingAt(PAY);
    }

    @Test
    void aLateJudgementIsPassedUp() {
        ProcessInstance claimed = mall.atDecide("environment-accident");
        clock.set(deadlines.due(mall.id(claimed), "RESPONSIBILITY").orElseThrow());
        execute(job("event_responsibilityOverdue", claimed));
        assertThat(claimed).hasPassed("endEvent_lateDecisionPassedUp").isWaitingAt(DECIDE);
    }

    // The merchant pays.

    @Test
    void theMerchantPaysAndNobodyOfOursApproves() {
        ProcessInstance claimed = mall.atConfirmOfB("300.00");
        assertThat(claimed).hasNotPassed(APPROVE);
        assertThat(states(claimed, "MERCHANT_PAYS")).containsExactly(DeadlineState.RUNNING);
        mall.confirmed(claimed, "yes");
        assertThat(states(claimed, "MERCHANT_PAYS")).containsExactly(DeadlineState.MET);
        assertThat(mall.filed(claimed, "merchant-settlement")).containsExactly(CLERK, CLERK);
        mall.heard(claimed);
        assertThat(claimed).hasPassed("endEvent_customerHasTheMoney");
        assertThat(ledger.linkedSum(mall.id(claimed))).isZero();
    }

    @Test
    void whatAMerchantOwesIsPaidByTheMallAndFetchedBack() {
        ProcessInstance claimed = mall.atConfirmOfB("300.00");
        mall.confirmed(claimed, "no");
        paidInItsPlace(claimed);
    }

    @Test
    void aMerchantThatIsSilentDoesNotPay() {
        ProcessInstance claimed = mall.atConfirmOfB("300.00");
        ProcessInstance payment = mall.payment(claimed, "merchant-settlement");
        clock.set(deadlines.due(mall.id(claimed), "MERCHANT_PAYS").orElseThrow());
        execute(job("event_merchantsPaymentOverdue", payment));
        execute(job("callActivity_paymentInItsPlace", payment));
        assertThat(payment).isWaitingAt(IN_PLACE);
        mall.inItsPlace(claimed, "management");
        execute(job(IN_PLACE, payment));
        mall.over(claimed, "merchant-settlement");
        mall.heard(claimed);
        assertThat(claimed).hasPassed("endEvent_moneyNotTaken");
        assertThat(ledger.of(mall.id(claimed))).extracting(Payment::state).containsExactly(Payment.State.REFUSED);
    }

    /** One shop with a login, one without, one that has left. */
    private void register(String login) {
        merchants.importTable("""
                id,site,name,unit,contact,phone,deposit,logins,active
                chunfeng,mall-service-centre,春风服饰,2F-18,马超,13800020001,30000,%s,yes
                yunxi,mall-service-centre,云溪羊绒,3F-05,,,0,,yes
                lvye,mall-service-centre,绿野数码,B1-12,,,0,merchant,no
                """.formatted(login).getBytes(StandardCharsets.UTF_8), "admin", clock.instant());
    }

    private static List<String> asked(String step, ProcessInstance process) {
        return taskService().getIdentityLinksForTask(task(step, process).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void aMerchantWithALoginConfirmsItsPaymentAndFilesItsCopyItself() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("chunfeng", "300.00");
        ProcessInstance payment = mall.payment(claimed, "merchant-settlement");
        assertThat(asked(CONFIRM, payment)).containsExactly("merchant-chunfeng");
        assertThat(desk.open("merchant", task(CONFIRM, payment)).toString())
                .contains("春风服饰 · 2F-18", "马超, 13800020001", "30,000.00", "300.00")
                .doesNotContain("11010519491231002X");
        mall.confirmed("merchant", claimed, "yes");
        assertThat(mall.filed(claimed, "merchant-settlement", Map.of("merchant-chunfeng", "merchant")))
                .containsExactly(CLERK, "merchant-chunfeng");
        mall.heard(claimed);
        assertThat(claimed).hasPassed("endEvent_customerHasTheMoney");
        assertThat(ledger.of(mall.id(claimed))).extracting(Payment::paidBy).containsExactly("merchant");
    }

    @Test
    void theDeskActsForAMerchantWithoutALogin() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("yunxi", "300.00");
        assertThat(asked(CONFIRM, mall.payment(claimed, "merchant-settlement"))).containsExactly(CLERK);
        mall.confirmed(claimed, "yes");
        assertThat(mall.filed(claimed, "merchant-settlement")).containsExactly(CLERK, CLERK);
    }

    @Test
    void whatWaitsForAMerchantWhoseLoginsAreGoneGoesToTheDesk() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("chunfeng", "300.00");
        ProcessInstance payment = mall.payment(claimed, "merchant-settlement");
        taskService().claim(task(CONFIRM, payment).getId(), "merchant");
        register("");
        assertThat(asked(CONFIRM, payment)).containsExactly(CLERK);
        assertThat(task(CONFIRM, payment).getAssignee()).isNull();
        mall.confirmed(claimed, "yes");
        register("merchant");
    }

    @Test
    void whoIsTakenOutInAdminHandsBackWhatTheyHadTakenToo() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("chunfeng", "300.00");
        ProcessInstance payment = mall.payment(claimed, "merchant-settlement");
        taskService().claim(task(CONFIRM, payment).getId(), "merchant");
        processEngine().getIdentityService().deleteMembership("merchant", "merchant-chunfeng");
        assertThat(asked(CONFIRM, payment)).containsExactly(CLERK);
        assertThat(task(CONFIRM, payment).getAssignee()).isNull();
        mall.confirmed(claimed, "yes");
        register("merchant");
    }

    @Test
    void whoseTaskIsTakenAwayDoesNotReadItOnAmongThoseThatAreDone() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("chunfeng", "300.00");
        String confirm =
                task(CONFIRM, mall.payment(claimed, "merchant-settlement")).getId();
        taskService().claim(confirm, "merchant");
        assertThat(readers(confirm)).contains("merchant", "merchant-chunfeng");
        register("");
        assertThat(readers(confirm)).contains(CLERK).doesNotContain("merchant", "merchant-chunfeng");
        register("merchant");
    }

    private static List<String> readers(String task) {
        return authorizationService().createAuthorizationQuery().resourceId(task).list().stream()
                .map(grant -> grant.getUserId() == null ? grant.getGroupId() : grant.getUserId())
                .toList();
    }

    @Test
    void whatBeginsForAMerchantWhoseLoginsAreGoneBeginsAtTheDesk() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("chunfeng", "300.00");
        register("");
        mall.confirmed(claimed, "yes");
        assertThat(mall.filed(claimed, "merchant-settlement")).containsExactly(CLERK, CLERK);
        register("merchant");
    }

    @Test
    void aTableOfFewColumnsLeavesLoginsAndTheRestAsTheyAre() {
        register("merchant");
        Merchant known = merchants.find("chunfeng").orElseThrow();
        merchants.importTable(
                "id,site,name,unit\nchunfeng,mall-service-centre,春风服饰,2F-18\n".getBytes(StandardCharsets.UTF_8),
                "admin",
                clock.instant());
        assertThat(merchants.find("chunfeng")).hasValue(known);
        assertThat(merchants.logins(known)).containsExactly("merchant");
    }

    @Test
    void theLongestMerchantOwesTooWhatTheMallPaysInItsPlace() {
        merchants.importTable(
                "id,site,name,unit,deposit\nlongest,mall-service-centre,%s,%s,130\n"
                        .formatted("春风服饰" + "长".repeat(196), "2".repeat(50))
                        .getBytes(StandardCharsets.UTF_8),
                "admin",
                clock.instant());
        ProcessInstance claimed = mall.atConfirmOf("longest", "300.00");
        mall.confirmed(claimed, "no");
        paidInItsPlace(claimed);
        // What was taken from its deposit is gone from it, and no more is taken than it has.
        assertThat(merchants.find("longest").orElseThrow().deposit()).isEqualByComparingTo("10.00");
        assertThat(merchants.takeFromDeposit("longest", new BigDecimal("10.01"), FINANCE, clock.instant()))
                .isFalse();
    }

    @Test
    void aMerchantThatIsCalledOtherwiseMeanwhileOwesItAllTheSame() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("chunfeng", "300.00");
        mall.confirmed("merchant", claimed, "no");
        paidInItsPlace(
                claimed,
                () -> merchants.importTable(
                        "id,site,name,unit\nchunfeng,mall-service-centre,东风服饰,2F-19\n".getBytes(StandardCharsets.UTF_8),
                        "admin",
                        clock.instant()));
        assertThat(merchants.find("chunfeng").orElseThrow().deposit()).isEqualByComparingTo("29880.00");
        register("merchant");
    }

    @Test
    void allMerchantsAtOnceAreNoDepartment() {
        assertThat(caseFile.answers(Set.of("departmentList")).toString())
                .contains(FINANCE)
                .doesNotContain("value=merchant}");
    }

    @Test
    void aGroupThatIsDeletedInAdminLeavesNothingBehind() {
        register("merchant");
        ProcessInstance claimed = mall.atConfirmOf("chunfeng", "300.00");
        ProcessInstance payment = mall.payment(claimed, "merchant-settlement");
        taskService().claim(task(CONFIRM, payment).getId(), "merchant");
        processEngine().getIdentityService().deleteGroup("merchant-chunfeng");
        assertThat(asked(CONFIRM, payment)).containsExactly(CLERK);
        assertThat(task(CONFIRM, payment).getAssignee()).isNull();
        mall.confirmed(claimed, "yes");
        register("merchant");
    }

    @Test
    void whoHasWithdrawnIsNotPaidInTheMerchantsPlace() {
        ProcessInstance claimed = mall.atConfirmOfB("300.00");
        mall.confirmed(claimed, "no");
        mall.withdrawn(claimed);
        assertThatThrownBy(() -> mall.inItsPlace(claimed, "mall-pays")).hasMessageContaining("withdrawn");
        mall.inItsPlace(claimed, "management");
    }

    @Test
    void aMerchantThatTheRegisterDoesNotHaveIsRefused() {
        register("merchant");
        ProcessInstance claimed = mall.atDecide("merchant-compensation");
        Map<String, Object> judged = judged("not-ours");
        for (String gone : List.of("nobody", "lvye")) {
            judged.put("merchant", gone);
            assertThatThrownBy(() -> mall.decided(OPERATIONS, claimed, judged))
                    .hasMessageContaining("among the options");
        }
        judged.put("merchant", null);
        assertThatThrownBy(() -> mall.decided(OPERATIONS, claimed, judged)).hasMessageContaining("merchant");
        judged.put("merchant", "unlisted");
        judged.put("unlistedMerchant", null);
        assertThatThrownBy(() -> mall.decided(OPERATIONS, claimed, judged)).hasMessageContaining("name and unit");
        assertThat(claimed).isWaitingAt(DECIDE);
    }

    private void paidInItsPlace(ProcessInstance claimed) {
        paidInItsPlace(claimed, () -> {});
    }

    private void paidInItsPlace(ProcessInstance claimed, Runnable meanwhile) {
        ProcessInstance merchants = mall.payment(claimed, "merchant-settlement");
        mall.inItsPlace(claimed, "mall-pays");
        execute(job(IN_PLACE, merchants));
        execute(job("callActivity_compensationApproval", merchants));
        execute(job("serviceTask_findApprover", merchants));
        // Not by whoever decided it.
        mall.approved("customer-service-manager", merchants, "refused");
        assertThat(merchants).isWaitingAt(IN_PLACE);
        mall.inItsPlace(claimed, "mall-pays");
        execute(job(IN_PLACE, merchants));
        execute(job("callActivity_compensationApproval", merchants));
        execute(job("serviceTask_findApprover", merchants));
        mall.approved("customer-service-manager", merchants, "approved");
        meanwhile.run();
        execute(job("serviceTask_beginPaymentInItsPlace", merchants));
        mall.over(claimed, "merchant-settlement");
        execute(job("serviceTask_checkMeasures", claimed));
        execute(job("serviceTask_printPapersToSign", mall.payment(claimed, "mall-payment")));
        mall.paid(claimed);
        mall.handedOver(claimed, "yes");
        execute(job("serviceTask_beginRecoveries", mall.payment(claimed, "mall-payment")));
        assertThat(mall.filed(claimed, "mall-payment")).containsExactly(CLERK, FINANCE);
        mall.heard(claimed);
        assertThat(claimed).hasPassed("endEvent_customerHasTheMoney");
        recovered(claimed);
    }

    /** In parts, from the deposit, and the rest written off: the archive waits for it. */
    private void recovered(ProcessInstance claimed) {
        ProcessInstance recovery = mall.payment(claimed, "recovery");
        assertThat(recovery).isWaitingAt(RECOVER);
        Task first = task(RECOVER, recovery);
        assertThat(desk.open(FINANCE, first).get("recoveryLine").toString()).contains("春风服饰", "300.00");
        Map<String, Object> tooMuch = received(first, "300.01");
        assertThatThrownBy(() -> desk.submit(FINANCE, first, tooMuch)).hasMessageContaining("300.00");
        desk.submit(FINANCE, first, received(first, "120.00"));
        execute(job("serviceTask_checkRecovery", recovery));
        Task second = task(RECOVER, recovery);
        // Not what came back the last time.
        assertThat(desk.open(FINANCE, second).get("recoveredAmount")).isNull();
        Map<String, Object> doubtful = with(desk.open(FINANCE, second), "recoveryNews", "doubtful");
        doubtful.put("recoveryDoubt", "商户已撤场。");
        desk.submit(FINANCE, second, doubtful);
        execute(job("serviceTask_checkRecovery", recovery));
        decidedOnTheLoss(recovery, "go-on");
        Task third = task(RECOVER, recovery);
        doubtful = with(desk.open(FINANCE, third), "recoveryNews", "doubtful");
        doubtful.put("recoveryDoubt", "商户已注销。");
        desk.submit(FINANCE, third, doubtful);
        execute(job("serviceTask_checkRecovery", recovery));
        decidedOnTheLoss(recovery, "write-off");
        assertThat(recoveries.open()).anyMatch(owed -> owed.complaintId() == mall.id(claimed));
        execute(job("serviceTask_reportRecovery", recovery));
        assertThat(recoveries.open()).noneMatch(owed -> owed.complaintId() == mall.id(claimed));
    }

    private Map<String, Object> received(Task task, String amount) {
        Map<String, Object> fields = with(desk.open(FINANCE, task), "recoveryNews", "received");
        fields.put("recoveredAmount", amount);
        fields.put("recoveredFrom", "deposit");
        fields.put("recoveryProof", "扣-07");
        return fields;
    }

    private void decidedOnTheLoss(ProcessInstance recovery, String decision) {
        Task loss = task(LOSS, recovery);
        Map<String, Object> fields = with(desk.open("general-manager", loss), "lossDecision", decision);
        fields.put("lossReason", "已核实。");
        desk.submit("general-manager", loss, fields);
        execute(job(LOSS, recovery));
    }

    @Test
    void aShareOfAThirdPartyIsFetchedBackWhole() {
        ProcessInstance claimed = mall.atAgreeOfD();
        Map<String, Object> shared = agreed("300.00");
        shared.put("recoverFrom", "恒通保洁公司");
        shared.put("recoverableAmount", "90.00");
        mall.offered(CLERK, claimed, shared);
        mall.toApprove(claimed);
        mall.approved("customer-service-manager", claimed, "approved");
        mall.begun(claimed, "mall-payment");
        mall.paid(claimed);
        mall.handedOver(claimed, "yes");
        execute(job("serviceTask_beginRecoveries", mall.payment(claimed, "mall-payment")));
        ProcessInstance recovery = mall.payment(claimed, "recovery");
        Task task = task(RECOVER, recovery);
        Map<String, Object> received = received(task, "90.00");
        assertThatThrownBy(() -> desk.submit(FINANCE, task, received)).hasMessageContaining("no deposit");
        received.put("recoveredFrom", "transfer");
        desk.submit(FINANCE, task, received);
        execute(job("serviceTask_checkRecovery", recovery));
        execute(job("serviceTask_reportRecovery", recovery));
        assertThat(recovery).isEnded();
    }

    // The customer takes it back.

    @Test
    void whatNobodyHasApprovedComesToNothing() {
        ProcessInstance claimed = mall.atApproveOfD("300.00");
        mall.withdrawn(claimed);
        assertThat(ledger.of(mall.id(claimed))).extracting(Payment::state).containsExactly(Payment.State.REFUSED);
        assertThat(mall.parts(claimed)).isEmpty();
    }

    @Test
    void whatIsApprovedIsPaid() {
        ProcessInstance claimed = mall.atApproveOfD("300.00");
        mall.approved("customer-service-manager", claimed, "approved");
        mall.withdrawn(claimed);
        execute(job("serviceTask_printPapersToSign", mall.payment(claimed, "mall-payment")));
        mall.paid(claimed);
        mall.handedOver(claimed, "yes");
        assertThat(ledger.of(mall.id(claimed))).extracting(Payment::state).containsExactly(Payment.State.PAID);
    }

    @Test
    void whatAMerchantHasPromisedGoesOnButNobodyPaysInItsPlace() {
        ProcessInstance claimed = mall.atConfirmOfB("300.00");
        mall.confirmed(claimed, "no");
        mall.inItsPlace(claimed, "mall-pays");
        ProcessInstance merchants = mall.payment(claimed, "merchant-settlement");
        execute(job(IN_PLACE, merchants));
        execute(job("callActivity_compensationApproval", merchants));
        execute(job("serviceTask_findApprover", merchants));
        mall.withdrawn(claimed);
        assertThat(ledger.of(mall.id(claimed))).extracting(Payment::state).containsOnly(Payment.State.REFUSED);
        assertThat(desk.open("customer-service-manager", task(APPROVE, merchants))
                        .get("approvalLine")
                        .toString())
                .contains("nothing left");
        mall.approved("customer-service-manager", merchants, "approved");
        execute(job("serviceTask_beginPaymentInItsPlace", merchants));
        assertThat(mall.parts(claimed)).containsExactly("merchant-settlement");
        mall.over(claimed, "merchant-settlement");
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
}
