package io.redress.process.lostreceipt;

import static io.redress.process.lostreceipt.ReceiptNavigator.ACCOUNTANT;
import static io.redress.process.lostreceipt.ReceiptNavigator.CASHIER;
import static io.redress.process.lostreceipt.ReceiptNavigator.COLLECT;
import static io.redress.process.lostreceipt.ReceiptNavigator.COPIES;
import static io.redress.process.lostreceipt.ReceiptNavigator.DECIDE;
import static io.redress.process.lostreceipt.ReceiptNavigator.HOLD;
import static io.redress.process.lostreceipt.ReceiptNavigator.LOOK_UP;
import static io.redress.process.lostreceipt.ReceiptNavigator.RECEIVE;
import static io.redress.process.lostreceipt.ReceiptNavigator.REGISTER;
import static io.redress.process.lostreceipt.ReceiptNavigator.REVIEW;
import static io.redress.process.lostreceipt.ReceiptNavigator.loss;
import static io.redress.process.lostreceipt.ReceiptNavigator.visit;
import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.receipt.LossDeclaration.State;
import io.redress.casefile.receipt.LossDeclarations;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class LostReceiptTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Desk desk;
    private final ReceiptNavigator receipts;
    private final LossDeclarations declarations;
    private final Complaints complaints;
    private final Links links;
    private final Deadlines deadlines;
    private final Messages messages;
    private final Papers papers;
    private final Ledger ledger;
    private final TestClock clock;

    LostReceiptTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Attachments attachments,
            @Autowired LossDeclarations declarations,
            @Autowired Complaints complaints,
            @Autowired Links links,
            @Autowired Deadlines deadlines,
            @Autowired Messages messages,
            @Autowired Papers papers,
            @Autowired Ledger ledger,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.receipts = new ReceiptNavigator(
                desk, new IntakeNavigator(desk, clerk, clock), attachments, complaints, deadlines, clock);
        this.declarations = declarations;
        this.complaints = complaints;
        this.links = links;
        this.deadlines = deadlines;
        this.messages = messages;
        this.papers = papers;
        this.ledger = ledger;
        this.clock = clock;
    }

    // The desk.

    @Test
    void isAServiceWithoutACardToConfirmTheRecord() {
        ProcessInstance reported = receipts.atRegister();
        assertThat(task(reported)).hasCandidateGroup(CASHIER);
        assertThat(reported).hasNotPassed("userTask_confirmTheRecord").isNotWaitingAt("userTask_confirmTheRecord");
        assertThat(states(reported, "CONFIRMATION")).containsExactly(DeadlineState.CANCELLED);
        assertThat(states(reported, "FIRST_RESPONSE")).containsExactly(DeadlineState.RUNNING);
        desk.submit(CASHIER, task(REGISTER, reported), loss());
        assertThat(states(reported, "FIRST_RESPONSE")).containsExactly(DeadlineState.MET);
    }

    @Test
    void proposesWhatIsKnown() {
        ProcessInstance reported = receipts.atRegister();
        assertThat(desk.open(CASHIER, task(REGISTER, reported)))
                .containsEntry("holderName", "王小梅")
                .containsEntry("namesOnPaper", "王小梅");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holderIdNumber|110105194912310021|check digit",
                "holderName|李明|does not stand on the paper",
                "namesOnPaper|王晓梅|does not stand on the paper",
                "receiptNumber|——|number of each lost paper",
                "paperIssuedOn|2026-03-03|today is",
                "salesConsultant|accountant|",
                "receiptNumber|ЅЈ-2026|Latin letters"
            })
    void refusesWhatCanNotBeRightWithTheReason(String field, String value, String reason) {
        ProcessInstance reported = receipts.atRegister();
        Map<String, Object> wrong = loss();
        wrong.put(field, value);
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, reported), wrong))
                .hasMessageContaining(reason == null ? "" : reason);
        assertThat(reported).isWaitingAt(REGISTER);
        assertThat(declarations.find(receipts.id(reported))).isEmpty();
    }

    @Test
    void takesWhoWasCalledOtherwiseThen() {
        Map<String, Object> married = loss();
        married.put("namesOnPaper", "王晓红");
        married.put("holderFormerName", "王晓红");
        assertThat(receipts.atCollect(married)).isWaitingAt(COLLECT);
    }

    @Test
    void takesACompanyByItsLicenceAndAnAgentByTheirPassport() {
        Map<String, Object> company = loss();
        company.put("namesOnPaper", "星河贸易有限公司");
        company.put("holderName", "星河贸易有限公司");
        company.put("holderDocument", "business-licence");
        company.put("holderIdNumber", "91350100M000100Y43");
        company.put("holderRepresentative", "钱七");
        company.put("lossReportedBy", "agent");
        company.put("agentName", "赵六");
        company.put("agentDocument", "passport");
        company.put("agentIdNumber", "E12345678");
        ProcessInstance declared = receipts.atCollect(company);
        assertThat(declarations
                        .find(receipts.id(declared))
                        .orElseThrow()
                        .agent()
                        .name())
                .isEqualTo("赵六");
    }

    @Test
    void anAgentIsSomebodyElse() {
        ProcessInstance reported = receipts.atRegister();
        Map<String, Object> self = loss();
        self.put("lossReportedBy", "agent");
        self.put("agentName", "王小梅");
        self.put("agentDocument", "resident-card");
        self.put("agentIdNumber", ReceiptNavigator.CARD);
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, reported), self))
                .hasMessageContaining("the customer’s own");
    }

    // The same paper twice.

    @ParameterizedTest
    @ValueSource(strings = {"sj 0077 %d", "ＳＪ００７７%d", "No. SJ—0077/%d"})
    void aPaperIsDeclaredOnceHoweverItIsWritten(String spelling) {
        int own = Math.abs(spelling.hashCode() % 10_000) + 10_000;
        ProcessInstance first = receipts.atCollect(loss("SJ-0077-%d".formatted(own)));
        ProcessInstance second = receipts.atRegister();
        Map<String, Object> again = loss(spelling.formatted(own));
        again.put("holderName", "李强");
        again.put("holderIdNumber", "440308199901101512");
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, second), again))
                .hasMessageContaining(first.getBusinessKey())
                .hasMessageContaining("declared once");
    }

    @Test
    void aPaperThatWasRefundedIsNeverDeclaredAgain() {
        Map<String, Object> loss = loss();
        ProcessInstance refunded = receipts.atReview(loss);
        receipts.reviewed(refunded, "due");
        receipts.handle(refunded, "serviceTask_archiveComplaint", Map.of("compensationDecision", "approved"));
        ProcessInstance second = receipts.atRegister();
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, second), loss))
                .hasMessageContaining("went back, or is approved, already")
                .hasMessageContaining(refunded.getBusinessKey());
    }

    // The declaration.

    @Test
    void printsTheDeclarationInTwoCopiesForThreeSignatures() {
        ProcessInstance declared = receipts.atCollect(loss());
        Paper paper = declaration(declared);
        assertThat(paper.holders()).containsExactly("Sales", "Finance");
        assertThat(paper.identity()).isTrue();
        assertThat(paper.signatureMissing()).isTrue();
        receipts.sign(declared, receipts.today(), receipts.today(), receipts.today());
        assertThat(declaration(declared).signatureMissing()).isFalse();
    }

    @Test
    void goesOnWithoutNoSignedScan() {
        ProcessInstance declared = receipts.atCollect(loss());
        String today = receipts.today().toString();
        assertThatThrownBy(() -> desk.submit(
                        CASHIER,
                        task(COLLECT, declared),
                        Map.of("customerSignedOn", today, "consultantSignedOn", today, "managerSignedOn", today)))
                .hasMessageContaining("evidence");
        assertThat(declared).isWaitingAt(COLLECT);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "0, 0, 1", "0, -15, 0"})
    void nobodySignsBeforeTheDeclarationOrTomorrow(int customer, int consultant, int manager) {
        ProcessInstance declared = receipts.atCollect(loss());
        LocalDate today = receipts.today();
        assertThatThrownBy(() -> receipts.sign(
                        declared, today.plusDays(customer), today.plusDays(consultant), today.plusDays(manager)))
                .hasMessageContaining("Nobody can have signed");
        assertThat(declared).isWaitingAt(COLLECT);
    }

    @Test
    void aCopyThatWasFoundIsAttached() {
        ProcessInstance declared = receipts.atLookUp(loss());
        assertThat(task(declared)).hasCandidateGroup(ACCOUNTANT);
        assertThatThrownBy(() -> desk.submit(
                        ACCOUNTANT, task(LOOK_UP, declared), Map.of("ledgerCopy", "ledger", "ledgerVoucher", "记-0312")))
                .hasMessageContaining("Attach the copy");
        receipts.lookedUp(declared, "bank");
        assertThat(declared).isWaitingAt("serviceTask_beginHold");
    }

    @Test
    void whatIsInNoBookIsRefusedAndToldWhyAndMayBeDeclaredAgain() {
        Map<String, Object> loss = loss();
        ProcessInstance declared = receipts.atLookUp(loss);
        receipts.lookedUp(declared, "none");
        execute(job("serviceTask_refuseDeclaration", declared));
        assertThat(templates(declared)).contains("receipt-not-in-the-books");
        assertThat(messages.of(receipts.id(declared)))
                .anySatisfy(message -> assertThat(message.text()).contains("账簿和银行流水均已查找。"));
        assertEnded(declared, "no-papers", State.REFUSED);
        assertThat(receipts.atCollect(loss)).isWaitingAt(COLLECT);
    }

    // The hold.

    @Test
    void holdsForFifteenDaysFromTheLastSignature() {
        ProcessInstance declared = receipts.atCollect(loss());
        LocalDate first = receipts.today();
        receipts.pass(Duration.ofDays(3));
        receipts.sign(declared, first, receipts.today(), first.plusDays(1));
        receipts.lookedUp(declared, "ledger");
        receipts.pass(Duration.ofDays(2));
        execute(job("serviceTask_beginHold", declared));
        // Signed on Thursday, 5 March: the 15th day is Friday, 20 March.
        assertThat(receipts.until(declared)).isEqualTo(Instant.parse("2026-03-20T15:59:59Z"));
        assertThat(job(HOLD, declared).getDuedate().toInstant()).isEqualTo(receipts.until(declared));
        assertThat(messages.of(receipts.id(declared))).anySatisfy(message -> {
            assertThat(message.template()).isEqualTo("receipt-hold-begun");
            assertThat(message.text()).contains("Saturday 21 March 2026, 09:00");
        });
    }

    @ParameterizedTest
    @CsvSource({
        // The 15th day is a Sunday without a make-up day: the next day the office opens.
        "2026-03-07T02:00:00Z, 2026-03-23T15:59:59Z",
        // 1 October to 7 October are holidays; 8 October is open.
        "2026-09-21T02:00:00Z, 2026-10-08T15:59:59Z",
        // A make-up Saturday before the Spring Festival is open.
        "2026-01-30T02:00:00Z, 2026-02-14T15:59:59Z",
        // A day that few years have.
        "2024-02-29T02:00:00Z, 2024-03-15T15:59:59Z"
    })
    void endsOnADayWhenTheSiteIsOpen(Instant declared, Instant until) {
        clock.set(declared);
        assertThat(receipts.until(receipts.atHold(loss()))).isEqualTo(until);
    }

    /** Day after day, by the office's week and the holidays as the notices name them. */
    @Test
    void isCountedToTheSecondAsAnybodyCountsIt() {
        Set<LocalDate> closed = days("2026-01-01", "2026-01-03");
        closed.addAll(days("2026-02-15", "2026-02-23"));
        closed.addAll(days("2026-04-04", "2026-04-06"));
        Set<LocalDate> madeUp = Set.of(LocalDate.of(2026, 1, 4), LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28));
        for (LocalDate signed = LocalDate.of(2026, 1, 5);
                signed.isBefore(LocalDate.of(2026, 4, 1));
                signed = signed.plusDays(6)) {
            LocalDate last = signed.plusDays(15);
            while (closed.contains(last) || last.getDayOfWeek() == DayOfWeek.SUNDAY && !madeUp.contains(last)) {
                last = last.plusDays(1);
            }
            clock.set(signed.atTime(11, 0).atZone(SHANGHAI).toInstant());
            assertThat(receipts.until(receipts.atHold(loss())))
                    .as("signed on %s", signed)
                    .isEqualTo(last.atTime(23, 59, 59).atZone(SHANGHAI).toInstant());
        }
    }

    private static Set<LocalDate> days(String first, String last) {
        return LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void waitsForTheHolidaysOfAYearThatIsNotLoaded() {
        clock.set(Instant.parse("2027-12-20T02:00:00Z"));
        ProcessInstance held = receipts.atHold(loss());
        assertThat(deadlines.due(receipts.id(held), "RECEIPT_HOLD")).isEmpty();
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .incidentType("deadline-not-computable")
                        .list())
                .anySatisfy(incident -> assertThat(incident.getConfiguration()).isEqualTo("RECEIPT_HOLD"));
        clock.set(Instant.parse("2028-02-01T02:00:00Z"));
        execute(job(HOLD, held));
        assertThat(held).isWaitingAt(HOLD);
    }

    @Test
    void aHoldKeepsItsLengthWhateverThePolicySaysLater() {
        ProcessInstance held = receipts.atHold(loss());
        assertThat(deadlines.of(receipts.id(held)).stream()
                        .filter(deadline -> deadline.kind().equals("RECEIPT_HOLD"))
                        .map(deadline -> deadline.startsWith()))
                .as("no policy moves it")
                .containsExactly((String) null);
    }

    @Test
    void isNotOverBeforeItsTimeWhoeverExecutesTheTimer() {
        ProcessInstance held = receipts.atHold(loss());
        Instant until = receipts.until(held);
        clock.set(until.minusSeconds(1));
        execute(job(HOLD, held));
        assertThat(held).isWaitingAt(HOLD);
        assertThat(job(HOLD, held).getDuedate().toInstant()).isEqualTo(until);
        managementService().setJobDuedate(job(HOLD, held).getId(), java.util.Date.from(clock.instant()));
        execute(job(HOLD, held));
        assertThat(held).isWaitingAt(HOLD);
        receipts.holdOver(held);
        assertThat(templates(held)).contains("receipt-hold-over");
    }

    @Test
    void endsAtOnceWhenTheEngineWasDownOnThatDay() {
        ProcessInstance held = receipts.atHold(loss());
        clock.set(receipts.until(held).plus(Duration.ofDays(4)));
        execute(job(HOLD, held));
        execute(job("serviceTask_reportHoldOver", held));
        assertThat(held).isWaitingAt(RECEIVE);
        assertThat(states(held, "RECEIPT_HOLD")).as("a wait is never late").containsExactly(DeadlineState.MET);
    }

    // The visit.

    @Test
    void anAgentWhoAsksForARefundHearsTheRule() {
        ProcessInstance over = receipts.atReceive(loss());
        assertThatThrownBy(() -> desk.submit(CASHIER, task(RECEIVE, over), visit("agent", "refund")))
                .hasMessageContaining("only to the customer in person");
        assertThat(over).isWaitingAt(RECEIVE);
    }

    @Test
    void refundsByTheLedger() {
        ProcessInstance visiting = receipts.atReview(loss());
        assertThat(desk.open(ACCOUNTANT, task(REVIEW, visiting)).get("refundAmount"))
                .hasToString("50000.00");
        receipts.reviewed(visiting, "due");
        assertThat(ledger.of(receipts.id(visiting))).singleElement().satisfies(payment -> {
            assertThat(payment.state()).isEqualTo(Payment.State.OFFERED);
            assertThat(payment.offer().amount()).isEqualByComparingTo("50000");
        });
        receipts.handle(visiting, "serviceTask_archiveComplaint", Map.of("compensationDecision", "approved"));
        assertThat(ledger.of(receipts.id(visiting)))
                .singleElement()
                .satisfies(payment -> assertThat(payment.state()).isEqualTo(Payment.State.PAID));
        assertEnded(visiting, "served", State.REFUNDED);
        assertThat(visiting)
                .hasPassed("endEvent_serviceRendered")
                .hasNotPassed("callActivity_customerFeedback", "callActivity_followUp", "userTask_writeDownTheLesson");
    }

    @Test
    void whoeverPaysReadsHowMuchToWhomAndWhy() {
        ProcessInstance visiting = receipts.atReview(loss());
        receipts.reviewed(visiting, "due");
        receipts.handle(visiting, "userTask_payTheCompensation", Map.of("compensationDecision", "approved"));
        String holder =
                declarations.find(receipts.id(visiting)).orElseThrow().holder().name();
        assertThat(desk.open("finance", task("userTask_payTheCompensation", visiting))
                        .get("paymentLine")
                        .toString())
                .startsWith("50,000.00 CNY (Refund) to " + holder + ". Approved by ")
                .contains("\nWhy: ");
    }

    @Test
    void refundsNoMoreThanStandsOnThePaper() {
        ProcessInstance visiting = receipts.atReview(loss());
        assertThatThrownBy(() -> desk.submit(
                        ACCOUNTANT,
                        task(REVIEW, visiting),
                        Map.of(
                                "refundReview", "due",
                                "refundReason", "诚意金",
                                "refundAmount", "50000.01",
                                "refundPayBy", receipts.today().toString())))
                .hasMessageContaining("at most what stands on the paper");
    }

    @Test
    void aRefundThatIsRefusedIsReviewedAgain() {
        ProcessInstance visiting = receipts.atReview(loss());
        receipts.reviewed(visiting, "due");
        receipts.handle(visiting, REVIEW, Map.of("compensationDecision", "refused", "compensationReason", "缺少凭证。"));
        assertThat(visiting).isWaitingAt(REVIEW).hasPassed("gateway_isTheRefundApproved");
    }

    @Test
    void whoIsDueNoRefundMayHaveTheCopies() {
        ProcessInstance visiting = receipts.atReview(loss());
        receipts.reviewed(visiting, "not-due");
        assertThat(visiting).hasPassed("endEvent_refundNotDue").isWaitingAt(RECEIVE);
        receipts.received(visiting, visit("holder", "copies"));
        assertThat(visiting).isWaitingAt(COPIES);
    }

    @ParameterizedTest
    @CsvSource({
        "receipt, agent, A copy of the declaration",
        "invoice, holder, the finance seal",
        "both, agent, and a copy of it and of the ledger copy"
    })
    void handsOverTheCopiesThatAreDue(String lost, String visitor, String due) {
        Map<String, Object> loss = loss();
        loss.put("lostPaper", lost);
        if (!lost.equals("receipt")) {
            loss.put("invoiceNumber", "04400" + loss.get("receiptNumber"));
        }
        if (lost.equals("invoice")) {
            loss.remove("receiptNumber");
        }
        ProcessInstance over = receipts.atReceive(loss);
        receipts.received(over, visit(visitor, "copies"));
        assertThat(desk.open(ACCOUNTANT, task(COPIES, over)).get("copiesDue").toString())
                .contains(due);
        desk.submit(ACCOUNTANT, task(COPIES, over), Map.of("copiesTakenBy", "赵六"));
        execute(job("serviceTask_recordVisit", over));
        assertEnded(over, "served", State.COPIED);
    }

    @Test
    void remindsWhoDoesNotComeAndKeepsTheDeclarationForALaterVisit() {
        Map<String, Object> loss = loss();
        ProcessInstance over = receipts.atReceive(loss);
        receipts.pass(Duration.ofDays(30));
        execute(job("event_30DaysWithoutAVisit", over));
        execute(job("serviceTask_remindCustomer", over));
        assertThat(templates(over)).contains("receipt-visit-reminder");
        assertThat(over).isWaitingAt(RECEIVE);
        receipts.pass(Duration.ofDays(150));
        execute(job("event_180DaysWithoutAVisit", over));
        execute(job("serviceTask_keepOnFile", over));
        assertEnded(over, "declaration-on-file", State.ON_FILE);

        ProcessInstance later = receipts.registered(loss);
        assertThat(later).isWaitingAt(RECEIVE).hasNotPassed("serviceTask_printDeclaration", HOLD);
        assertThat(links.of(receipts.id(later)))
                .anySatisfy(link -> assertThat(link.linkedId()).isEqualTo(receipts.id(over)));
    }

    @Test
    void nobodyElseTakesADeclarationOnFileOver() {
        Map<String, Object> loss = loss();
        receipts.onFile(receipts.atReceive(loss));
        loss.put("holderName", "李强");
        loss.put("holderIdNumber", "440308199901101512");
        loss.put("namesOnPaper", "李强");
        Map<String, Object> stranger = new HashMap<>(loss);
        stranger.put("holderName", "赵六");
        stranger.put("namesOnPaper", "王小梅、赵六");
        ProcessInstance later = receipts.atRegister();
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, later), stranger))
                .hasMessageContaining("as that case wrote it down");
    }

    /** The declaration that is refunded on is signed by whoever gets the refund, and was held for them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherBuyerDeclaresAnewWhatIsNotGoingOnAnyMore(boolean copied) {
        Map<String, Object> loss = loss();
        ProcessInstance first = receipts.atReceive(loss);
        if (copied) {
            receipts.copied(first);
        } else {
            receipts.onFile(first);
        }
        Map<String, Object> joint = new HashMap<>(loss);
        joint.put("holderName", "李强");
        joint.put("holderIdNumber", "440308199901101512");
        ProcessInstance later = receipts.atHold(joint);
        assertThat(links.of(receipts.id(later)))
                .anySatisfy(link -> assertThat(link.linkedId()).isEqualTo(receipts.id(first)));
        receipts.holdOver(later);
        assertThat(desk.open(CASHIER, task(RECEIVE, later)).get("lossHolder").toString())
                .contains("李强", "1512");
        receipts.copied(later);
        // And whoever declared it first may come again, as another buyer.
        assertThat(receipts.atCollect(loss)).isWaitingAt(COLLECT);
    }

    // What comes between.

    @Test
    void aPaperThatIsFoundAgainWasNeverLost() {
        Map<String, Object> loss = loss();
        ProcessInstance held = receipts.atHold(loss);
        receipts.hears(held, "receipt-found");
        execute(job("serviceTask_cancelDeclaration", held));
        assertThat(templates(held)).contains("receipt-found-again");
        assertEnded(held, "found-again", State.CANCELLED);
        assertThat(states(held, "RECEIPT_HOLD")).containsExactly(DeadlineState.CANCELLED);
        assertThat(receipts.atCollect(loss)).isWaitingAt(COLLECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-service", "legal", "admin"})
    void whoDoesNotLookAtPapersReportsNoneFound(String person) {
        ProcessInstance held = receipts.atHold(loss());
        assertThatThrownBy(() -> receipts.hears(person, held, "receipt-found"))
                .hasMessageContaining("is reported by whoever has looked at it");
        assertThat(held).isWaitingAt(HOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cashier", "accountant", "finance", "sales-consultant"})
    void whoLooksAtPapersReportsOneFound(String person) {
        ProcessInstance held = receipts.atHold(loss());
        receipts.hears(person, held, "receipt-found");
        execute(job("serviceTask_cancelDeclaration", held));
        assertEnded(held, "found-again", State.CANCELLED);
    }

    /** What comes past the form, as an administrator's message does, is checked where it arrives. */
    @Test
    void noOtherDoorBringsWhatTheFormWouldRefuse() {
        ProcessInstance reported = receipts.atRegister();
        for (String message : List.of("receipt.found", "receipt.presented")) {
            assertThatThrownBy(() -> runtimeService()
                            .createMessageCorrelation(message)
                            .processInstanceBusinessKey(reported.getBusinessKey())
                            .correlateAllWithResult())
                    .isInstanceOf(BadUserRequestException.class);
        }
        assertThat(reported).isWaitingAt(REGISTER);
        ProcessInstance held = receipts.atHold(loss());
        assertThatThrownBy(() -> runtimeService()
                        .createMessageCorrelation("receipt.found")
                        .processInstanceBusinessKey(held.getBusinessKey())
                        .correlateAllWithResult())
                .hasMessageContaining("is reported by whoever has looked at it");
        assertThat(held).isWaitingAt(HOLD);
        runtimeService()
                .createMessageCorrelation("receipt.presented")
                .processInstanceBusinessKey(held.getBusinessKey())
                .correlateAllWithResult();
        execute(job("serviceTask_stopDeclaration", held));
        assertThat(receipts.dispute(held)).isWaitingAt(DECIDE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatSomebodyElsePresentsIsForFinanceAndLegal(boolean inReview) {
        ProcessInstance going = inReview ? receipts.atReview(loss()) : receipts.atHold(loss());
        receipts.hears(going, "receipt-presented");
        execute(job("serviceTask_stopDeclaration", going));
        assertThat(messages.of(receipts.id(going)).stream()
                        .filter(message -> message.template().equals("receipt-presented"))
                        .map(Message::group))
                .containsExactlyInAnyOrder("finance", "legal");
        assertEnded(going, "legal", State.STOPPED);
        assertThat(task(DECIDE, receipts.dispute(going))).hasCandidateGroup("legal");
    }

    @Test
    void aCaseStaysOpenUntilLegalHasDecidedAndTheCustomerMayComeAgain() {
        Map<String, Object> loss = loss();
        ProcessInstance over = receipts.atReceive(loss);
        receipts.presented(over);
        assertThat(complaints.find(over.getBusinessKey()).orElseThrow().closed())
                .isFalse();
        receipts.decided(over, "customer");
        assertThat(templates(over)).contains("receipt-cleared");
        assertThat(declarations.find(receipts.id(over)).orElseThrow().state()).isEqualTo(State.ON_FILE);
        receipts.handle(over, "serviceTask_archiveComplaint", Map.of());
        // The hold was over: it need not be held again.
        assertThat(receipts.registered(loss)).isWaitingAt(RECEIVE);
    }

    @Test
    void whatWasStoppedInItsHoldIsSignedAndHeldAnew() {
        Map<String, Object> loss = loss();
        ProcessInstance held = receipts.atHold(loss);
        receipts.presented(held);
        receipts.decided(held, "customer");
        assertThat(receipts.atHold(loss)).isWaitingAt(HOLD);
    }

    @Test
    void whatIsSomebodyElsesIsNeitherPaidNorDeclaredAgain() {
        Map<String, Object> loss = loss();
        ProcessInstance visiting = receipts.atReview(loss);
        receipts.reviewed(visiting, "due");
        receipts.handle(visiting, "userTask_payTheCompensation", Map.of("compensationDecision", "approved"));
        receipts.presented(visiting);
        receipts.decided(visiting, "somebody-else");
        assertThat(templates(visiting)).contains("receipt-rejected", "receipt-refund-off");
        assertThat(declarations.find(receipts.id(visiting)).orElseThrow().state())
                .isEqualTo(State.REJECTED);
        ProcessInstance second = receipts.atRegister();
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, second), loss))
                .hasMessageContaining("legal has decided");
        receipts.handle(visiting, "serviceTask_archiveComplaint", Map.of());
        assertThat(ledger.of(receipts.id(visiting)))
                .singleElement()
                .satisfies(payment -> assertThat(payment.state()).isEqualTo(Payment.State.REFUSED));
    }

    @Test
    void whatIsNotDeclaredCanNotBeFound() {
        ProcessInstance reported = receipts.atRegister();
        assertThatThrownBy(() -> receipts.hears(reported, "receipt-found"))
                .hasMessageContaining("no lost receipt or invoice is declared");
    }

    @Test
    void aWithdrawalEndsTheDeclaration() {
        Map<String, Object> loss = loss();
        ProcessInstance held = receipts.atHold(loss);
        receipts.hears(held, "withdrawn");
        execute(job("serviceTask_withdrawComplaint", held));
        assertThat(declarations.find(receipts.id(held)).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(receipts.atCollect(loss)).isWaitingAt(COLLECT);
    }

    @Test
    void aRefundThatWasApprovedIsPaidAfterAWithdrawal() {
        ProcessInstance visiting = receipts.atReview(loss());
        receipts.reviewed(visiting, "due");
        receipts.handle(visiting, "userTask_payTheCompensation", Map.of("compensationDecision", "approved"));
        receipts.hears(visiting, "withdrawn");
        execute(job("serviceTask_withdrawComplaint", visiting));
        assertThat(declarations.find(receipts.id(visiting)).orElseThrow().state())
                .isEqualTo(State.REFUNDED);
        assertThat(visiting).isWaitingAt("userTask_payTheCompensation");
    }

    @Test
    void aPaperWhoseRefundWasJustPaidIsSpentThoughTheCustomerWithdraws() {
        Map<String, Object> loss = loss();
        ProcessInstance visiting = receipts.atReview(loss);
        receipts.reviewed(visiting, "due");
        receipts.handle(visiting, "userTask_payTheCompensation", Map.of("compensationDecision", "approved"));
        Task pay = task("userTask_payTheCompensation", visiting);
        Map<String, Object> paid = new HashMap<>(desk.open("finance", pay));
        paid.put("paymentProof", "付-1");
        desk.submit("finance", pay, paid);
        receipts.hears(visiting, "withdrawn");
        execute(job("serviceTask_withdrawComplaint", visiting));
        assertThat(declarations.find(receipts.id(visiting)).orElseThrow().state())
                .isEqualTo(State.REFUNDED);
        ProcessInstance second = receipts.atRegister();
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, second), loss))
                .hasMessageContaining("went back, or is approved, already");
    }

    @Test
    void aPaperThatIsFoundAgainWhenItsRefundIsApprovedIsSpent() {
        Map<String, Object> loss = loss();
        ProcessInstance visiting = receipts.atReview(loss);
        receipts.reviewed(visiting, "due");
        receipts.handle(visiting, "userTask_payTheCompensation", Map.of("compensationDecision", "approved"));
        receipts.hears(visiting, "receipt-found");
        execute(job("serviceTask_cancelDeclaration", visiting));
        assertThat(declarations.find(receipts.id(visiting)).orElseThrow().state())
                .isEqualTo(State.REFUNDED);
        ProcessInstance second = receipts.atRegister();
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, second), loss))
                .hasMessageContaining("went back, or is approved, already");
    }

    @Test
    void nothingIsPaidOnAPaperThatSomebodyElseHasBeforeLegalHasDecided() {
        Map<String, Object> loss = loss();
        ProcessInstance visiting = receipts.atReview(loss);
        receipts.reviewed(visiting, "due");
        receipts.handle(visiting, "userTask_payTheCompensation", Map.of("compensationDecision", "approved"));
        receipts.hears(visiting, "receipt-presented");
        execute(job("serviceTask_stopDeclaration", visiting));
        assertThat(messages.of(receipts.id(visiting)))
                .anySatisfy(message -> assertThat(message.text()).contains("A refund of 50,000.00 CNY is approved"));
        assertThatThrownBy(() -> receipts.handle(visiting, "serviceTask_archiveComplaint", Map.of()))
                .hasMessageContaining("not paid before legal has decided");
        ProcessInstance second = receipts.atRegister();
        assertThatThrownBy(() -> desk.submit(CASHIER, task(REGISTER, second), loss))
                .hasMessageContaining("Finance and legal are clarifying");
        receipts.decided(visiting, "customer");
        receipts.handle(visiting, "serviceTask_archiveComplaint", Map.of());
        assertThat(ledger.of(receipts.id(visiting)))
                .singleElement()
                .satisfies(payment -> assertThat(payment.state()).isEqualTo(Payment.State.PAID));
    }

    private void assertEnded(ProcessInstance ended, String ending, State state) {
        Complaint complaint = complaints.find(ended.getBusinessKey()).orElseThrow();
        assertThat(complaint.ending()).isEqualTo(ending);
        assertThat(declarations.find(complaint.id()).orElseThrow().state()).isEqualTo(state);
        assertThat(ended).hasPassed("endEvent_serviceRendered");
    }

    private Paper declaration(ProcessInstance declared) {
        return papers.of(receipts.id(declared)).stream()
                .filter(paper -> paper.kind().equals("loss-declaration"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> templates(ProcessInstance of) {
        return messages.of(receipts.id(of)).stream().map(Message::template).toList();
    }

    private List<DeadlineState> states(ProcessInstance of, String kind) {
        return deadlines.of(receipts.id(of)).stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .map(deadline -> deadline.state())
                .toList();
    }
}
