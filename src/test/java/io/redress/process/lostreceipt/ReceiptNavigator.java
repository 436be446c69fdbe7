package io.redress.process.lostreceipt;

import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;

import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.attachment.Attachments.Sent;
import io.redress.casefile.attachment.Origin;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadlines;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Desk;
import io.redress.testing.SampleFiles;
import io.redress.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Takes a lost receipt to each place where it waits, and asserts that it waits there. */
public final class ReceiptNavigator {

    static final String CASHIER = "cashier";
    static final String ACCOUNTANT = "accountant";

    static final String REGISTER = "userTask_registerTheLoss";
    static final String COLLECT = "userTask_collectTheSignatures";
    static final String LOOK_UP = "userTask_lookUpTheLedgerCopy";
    static final String HOLD = "event_15DayHoldOver";
    static final String RECEIVE = "userTask_receiveTheCustomer";
    static final String REVIEW = "userTask_reviewTheRefund";
    static final String COPIES = "userTask_handOverTheCopies";
    static final String DECIDE = "userTask_decideWhoseThePaperIs";

    static final String CARD = "11010519491231002X";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger RECEIPT = new AtomicInteger(1);

    private final Desk desk;
    private final IntakeNavigator intake;
    private final Attachments attachments;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TestClock clock;

    ReceiptNavigator(
            Desk desk,
            IntakeNavigator intake,
            Attachments attachments,
            Complaints complaints,
            Deadlines deadlines,
            TestClock clock) {
        this.desk = desk;
        this.intake = intake;
        this.attachments = attachments;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    static Map<String, Object> registration() {
        Map<String, Object> fields = io.redress.testing.Complaints.registration("site", "property-office");
        fields.put("category", "lost-receipt");
        fields.put("customerName", "王小梅");
        fields.put("orderNumber", null);
        fields.put("email", "wang" + RECEIPT.get() + "@example.com");
        return fields;
    }

    /** A receipt that nobody has declared. */
    public static Map<String, Object> loss() {
        return loss("SJ-2026-" + RECEIPT.getAndIncrement());
    }

    static Map<String, Object> loss(String receipt) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("lostPaper", "receipt");
        fields.put("receiptNumber", receipt);
        fields.put("paperAmount", "50000.00");
        fields.put("paperIssuedOn", "2023-03-18");
        fields.put("namesOnPaper", "王小梅、李强");
        fields.put("holderName", "王小梅");
        fields.put("holderDocument", "resident-card");
        fields.put("holderIdNumber", CARD);
        fields.put("holderFormerName", null);
        fields.put("lossReportedBy", "holder");
        fields.put("lossCircumstances", "搬家时遗失。");
        fields.put("salesConsultant", "sales-consultant");
        return fields;
    }

    ProcessInstance atRegister() {
        ProcessInstance reported = intake.begun(registration());
        execute(job("callActivity_handlingByRoute", reported));
        assertThat(reported).isWaitingAt(REGISTER);
        return reported;
    }

    ProcessInstance registered(Map<String, Object> loss) {
        ProcessInstance reported = atRegister();
        desk.submit(CASHIER, task(REGISTER, reported), loss);
        execute(job("serviceTask_checkDeclaration", reported));
        return reported;
    }

    ProcessInstance atCollect(Map<String, Object> loss) {
        ProcessInstance declared = registered(loss);
        execute(job("serviceTask_printDeclaration", declared));
        assertThat(declared).isWaitingAt(COLLECT);
        return declared;
    }

    ProcessInstance atLookUp(Map<String, Object> loss) {
        ProcessInstance declared = atCollect(loss);
        sign(declared, today(), today(), today());
        assertThat(declared).isWaitingAt(LOOK_UP);
        return declared;
    }

    /** The customer, the consultant and the manager have signed on those days. */
    void sign(ProcessInstance declared, LocalDate customer, LocalDate consultant, LocalDate manager) {
        Task collect = task(COLLECT, declared);
        desk.giveEvidence(CASHIER, collect);
        Map<String, Object> signed = new HashMap<>();
        signed.put("customerSignedOn", customer.toString());
        signed.put("consultantSignedOn", consultant.toString());
        signed.put("managerSignedOn", manager.toString());
        desk.submit(CASHIER, collect, signed);
    }

    ProcessInstance atHold(Map<String, Object> loss) {
        ProcessInstance declared = atLookUp(loss);
        lookedUp(declared, "ledger");
        execute(job("serviceTask_beginHold", declared));
        assertThat(declared).isWaitingAt(HOLD);
        return declared;
    }

    void lookedUp(ProcessInstance declared, String where) {
        Task lookUp = task(LOOK_UP, declared);
        Map<String, Object> found = new HashMap<>();
        found.put("ledgerCopy", where);
        if (where.equals("none")) {
            found.put("ledgerNotFound", "账簿和银行流水均已查找。");
        } else {
            attach(ACCOUNTANT, lookUp);
            found.put("ledgerVoucher", "记-0312");
        }
        desk.submit(ACCOUNTANT, lookUp, found);
        execute(job(LOOK_UP, declared));
    }

    ProcessInstance atReceive(Map<String, Object> loss) {
        ProcessInstance held = atHold(loss);
        holdOver(held);
        return held;
    }

    void holdOver(ProcessInstance held) {
        clock.set(until(held));
        execute(job(HOLD, held));
        execute(job("serviceTask_reportHoldOver", held));
        assertThat(held).isWaitingAt(RECEIVE);
    }

    Instant until(ProcessInstance held) {
        return deadlines.due(id(held), "RECEIPT_HOLD").orElseThrow();
    }

    void received(ProcessInstance over, Map<String, Object> visit) {
        desk.submit(CASHIER, task(RECEIVE, over), visit);
        execute(job("callActivity_visitAfterTheHold", over));
        execute(job("businessRuleTask_decideOutcome", over));
    }

    static Map<String, Object> visit(String visitor, String purpose) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("visitor", visitor);
        fields.put("visitPurpose", purpose);
        if (visitor.equals("agent")) {
            fields.put("agentName", "赵六");
            fields.put("agentDocument", "passport");
            fields.put("agentIdNumber", "E12345678");
        }
        if (purpose.equals("refund")) {
            fields.put("refundOf", "deposit");
        }
        return fields;
    }

    ProcessInstance atReview(Map<String, Object> loss) {
        ProcessInstance over = atReceive(loss);
        received(over, visit("holder", "refund"));
        assertThat(over).isWaitingAt(REVIEW);
        return over;
    }

    void reviewed(ProcessInstance visiting, String review) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("refundReview", review);
        fields.put("refundReason", "诚意金应退，附声明。");
        if (review.equals("due")) {
            fields.put("refundAmount", "50000.00");
            fields.put("refundPayBy", today().plusDays(3).toString());
        }
        desk.submit(ACCOUNTANT, task(REVIEW, visiting), fields);
        execute(job(REVIEW, visiting));
    }

    /** The case goes on to its end by itself. */
    void handle(ProcessInstance going, String place, Map<String, ?> wanted) {
        intake.handle(going, place, wanted);
    }

    void attach(String person, Task task) {
        byte[] photo = SampleFiles.photo();
        attachments.attach(
                () -> new Origin(
                        complaints.find(number(task)).orElseThrow().id(),
                        "receipt-declaration",
                        task.getTaskDefinitionKey(),
                        task.getId()),
                new Sent("copy.jpg", null, photo.length, new ByteArrayInputStream(photo)),
                person);
    }

    /** Nobody has come. */
    void onFile(ProcessInstance over) {
        pass(Duration.ofDays(180));
        execute(job("event_180DaysWithoutAVisit", over));
        execute(job("serviceTask_keepOnFile", over));
    }

    /** Copies are handed over. */
    void copied(ProcessInstance over) {
        received(over, visit("holder", "copies"));
        desk.submit(ACCOUNTANT, task(COPIES, over), Map.of("copiesTakenBy", "赵六"));
        execute(job("serviceTask_recordVisit", over));
    }

    /** Somebody else presents the paper. */
    void presented(ProcessInstance going) {
        hears(going, "receipt-presented");
        execute(job("serviceTask_stopDeclaration", going));
    }

    /** The part of the case in which legal decides. */
    ProcessInstance dispute(ProcessInstance of) {
        return org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("receipt-dispute")
                .processInstanceBusinessKey(of.getBusinessKey())
                .singleResult();
    }

    void decided(ProcessInstance of, String owner) {
        ProcessInstance dispute = dispute(of);
        desk.submit("legal", task(DECIDE, dispute), Map.of("paperOwner", owner, "paperOwnerReason", "原件及付款记录。"));
        execute(job(DECIDE, dispute));
        execute(job(
                owner.equals("customer") ? "serviceTask_clearDeclaration" : "serviceTask_rejectDeclaration", dispute));
    }

    /** What arrives for the case is passed on to it. */
    void hears(ProcessInstance going, String news) {
        hears(CASHIER, going, news);
    }

    void hears(String person, ProcessInstance going, String news) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("number", going.getBusinessKey());
        fields.put("addition", news);
        if (news.equals("withdrawn")) {
            fields.put("additionReason", "客户来电撤回。");
        }
        ProcessInstance addition = desk.start(person, "case-addition", fields);
        execute(org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job(addition));
    }

    void pass(Duration duration) {
        clock.pass(duration);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    long id(ProcessInstance of) {
        return complaints.find(of.getBusinessKey()).orElseThrow().id();
    }

    private static String number(Task task) {
        return org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
