package io.redress.process.responsibility;

import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.casefile.complaint.Complaints;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Desk;
import io.redress.testing.TestClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Takes a claim against the mall to each place where it waits, and asserts that it waits there. */
final class MallNavigator {

    static final String CLERK = "customer-service";
    static final String OPERATIONS = "operations-manager";
    static final String PROPERTY = "property-manager";
    static final String FINANCE = "finance";

    static final String DECIDE = "userTask_decideOnResponsibility";
    static final String FACTS = "userTask_completeTheFacts";
    static final String EXPLAIN = "userTask_explainTheFinding";
    static final String AGREE = "userTask_agreeTheCompensation";
    static final String CHECK = "userTask_checkThePapers";
    static final String RECEIVE = "userTask_receiveThePapers";
    static final String WITHOUT = "userTask_decideWithoutThePapers";
    static final String APPROVE = "userTask_approveTheCompensation";
    static final String PAY = "userTask_payOut";
    static final String HAND_OVER = "userTask_handOverAgainstSignatures";
    static final String TAKE_BACK = "userTask_takeTheMoneyBack";
    static final String FILE = "userTask_fileTheCopies";
    static final String CONFIRM = "userTask_confirmThePayment";
    static final String IN_PLACE = "userTask_decideInTheMerchantsPlace";
    static final String RECOVER = "userTask_recoverTheMoney";
    static final String LOSS = "userTask_decideOnTheLoss";

    private final Desk desk;
    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final TestClock clock;

    MallNavigator(Desk desk, IntakeNavigator intake, Complaints complaints, TestClock clock) {
        this.desk = desk;
        this.intake = intake;
        this.complaints = complaints;
        this.clock = clock;
    }

    static Map<String, Object> registration(String category) {
        Map<String, Object> fields = io.redress.testing.Complaints.registration("site", "mall-service-centre");
        fields.put("category", category);
        fields.put("amountClaimed", "300.00");
        fields.put("orderNumber", null);
        fields.put("email", "mall" + System.nanoTime() + "@example.com");
        return fields;
    }

    ProcessInstance atDecide(String category) {
        ProcessInstance claimed = intake.begun(registration(category));
        execute(job("callActivity_handlingByRoute", claimed));
        execute(job("serviceTask_findDecider", claimed));
        assertThat(claimed).isWaitingAt(DECIDE);
        return claimed;
    }

    /** Whoever decides says so. */
    void decided(String who, ProcessInstance claimed, Map<String, Object> judged) {
        desk.submit(who, task(DECIDE, claimed), judged);
        execute(job(DECIDE, claimed));
    }

    static Map<String, Object> judged(String responsibility) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("liability", responsibility);
        fields.put("responsibilityReason", "监控和现场照片。");
        fields.put("merchant", "unlisted");
        fields.put("unlistedMerchant", "春风服饰 2F-18");
        fields.put("coveredByPolicy", "no");
        fields.put("goodwill", "yes");
        return fields;
    }

    /** By route D: not ours, paid out of goodwill. */
    ProcessInstance atAgreeOfD() {
        ProcessInstance claimed = atDecide("environment-accident");
        decided(PROPERTY, claimed, judged("not-ours"));
        routed(claimed);
        assertThat(claimed).isWaitingAt(AGREE);
        return claimed;
    }

    /** By route B: a merchant's, not ours. */
    ProcessInstance atAgreeOfB() {
        ProcessInstance claimed = atDecide("merchant-compensation");
        decided(OPERATIONS, claimed, judged("not-ours"));
        routed(claimed);
        assertThat(claimed).isWaitingAt(AGREE);
        return claimed;
    }

    void routed(ProcessInstance claimed) {
        execute(job("businessRuleTask_findLiabilityRoute", claimed));
        Optional.ofNullable(job("serviceTask_beginInsuranceClaim", claimed))
                .ifPresent(org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests::execute);
        execute(job("callActivity_settlement", claimed));
    }

    static Map<String, Object> agreed(String amount) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("settlementAnswer", "agreed");
        fields.put("settlementAmount", amount);
        fields.put("settlementFacts", "东门地面湿滑，客户滑倒，手提包撕裂。");
        fields.put("attendees", "客户、营运经理");
        fields.put("payeeKind", "customer");
        fields.put("payeeName", "李明");
        fields.put("payeeDocument", "resident-card");
        fields.put("payeeIdNumber", "11010519491231002X");
        fields.put("paidBy", "cash");
        fields.put("cashReason", null);
        fields.put("papersNeededList", null);
        fields.put("recoverFrom", null);
        fields.put("recoverableAmount", null);
        return fields;
    }

    void offered(String who, ProcessInstance claimed, Map<String, Object> said) {
        desk.submit(who, task(AGREE, claimed), said);
        execute(job("serviceTask_recordSettlementAnswer", claimed));
        if (said.get("settlementAnswer").equals("agreed")) {
            execute(job("serviceTask_checkInsurersAnswer", claimed));
        }
    }

    ProcessInstance atApproveOfD(String amount) {
        ProcessInstance claimed = atAgreeOfD();
        offered(CLERK, claimed, agreed(amount));
        toApprove(claimed);
        return claimed;
    }

    void toApprove(ProcessInstance claimed) {
        execute(job("serviceTask_printCompensationPaper", claimed));
        execute(job("serviceTask_findApprover", claimed));
        assertThat(claimed).isWaitingAt(APPROVE);
    }

    void approved(String who, ProcessInstance claimed, String decision) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("compensationDecision", decision);
        fields.put("compensationReason", decision.equals("approved") ? null : "金额过高");
        desk.submit(who, task(APPROVE, claimed), fields);
        execute(job(APPROVE, claimed));
    }

    /** The payment of the case, an instance of its own. */
    ProcessInstance payment(ProcessInstance claimed, String process) {
        return runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(claimed.getBusinessKey())
                .processDefinitionKey(process)
                .list()
                .get(0);
    }

    /** What goes on beside the case. */
    List<String> parts(ProcessInstance claimed) {
        return runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(claimed.getBusinessKey())
                .list()
                .stream()
                .map(instance -> instance.getProcessDefinitionId().replaceAll(":.*", ""))
                .filter(process -> List.of("mall-payment", "merchant-settlement", "recovery")
                        .contains(process))
                .toList();
    }

    void begun(ProcessInstance claimed, String process) {
        execute(job("callActivity_measures", claimed));
        execute(job("serviceTask_checkMeasures", claimed));
        execute(job(
                "serviceTask_" + (process.equals("mall-payment") ? "printPapersToSign" : "printMerchantsPapers"),
                payment(claimed, process)));
    }

    ProcessInstance atPayOfD(String amount) {
        ProcessInstance claimed = atApproveOfD(amount);
        approved("customer-service-manager", claimed, "approved");
        begun(claimed, "mall-payment");
        assertThat(payment(claimed, "mall-payment")).isWaitingAt(PAY);
        return claimed;
    }

    void paid(ProcessInstance claimed) {
        ProcessInstance payment = payment(claimed, "mall-payment");
        Task pay = task(PAY, payment);
        desk.submit(FINANCE, pay, with(desk.open(FINANCE, pay), "paymentProof", "付-0101"));
        execute(job(PAY, payment));
    }

    ProcessInstance atHandOverOfD(String amount) {
        ProcessInstance claimed = atPayOfD(amount);
        paid(claimed);
        assertThat(payment(claimed, "mall-payment")).isWaitingAt(HAND_OVER);
        return claimed;
    }

    void handedOver(ProcessInstance claimed, String signed) {
        ProcessInstance payment = payment(claimed, "mall-payment");
        Task task = task(HAND_OVER, payment);
        Map<String, Object> fields = with(desk.open(CLERK, task), "signed", signed);
        if (signed.equals("yes")) {
            desk.giveEvidence(CLERK, task);
        } else {
            fields.put("notSignedReason", "客户反悔。");
        }
        desk.submit(CLERK, task, fields);
        execute(job(HAND_OVER, payment));
    }

    /** Each holder files its copy, and the case hears that the payment is over. */
    List<String> filed(ProcessInstance claimed, String process) {
        return filed(claimed, process, Map.of());
    }

    /** @param logins who files it for a group, where nobody is called as it is */
    List<String> filed(ProcessInstance claimed, String process, Map<String, String> logins) {
        ProcessInstance payment = payment(claimed, process);
        execute(job("callActivity_paperFiling", payment));
        List<String> holders = taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(claimed.getBusinessKey())
                .taskDefinitionKey(FILE)
                .list()
                .stream()
                .map(task -> {
                    String holder = taskService()
                            .getIdentityLinksForTask(task.getId())
                            .get(0)
                            .getGroupId();
                    Map<String, Object> fields = new HashMap<>();
                    fields.put("copyFiled", "yes");
                    fields.put("copyPlace", null);
                    desk.submit(logins.getOrDefault(holder, holder), task, fields);
                    return holder;
                })
                .sorted()
                .toList();
        execute(job(FILE + "#multiInstanceBody", payment));
        over(claimed, process);
        return holders;
    }

    void over(ProcessInstance claimed, String process) {
        execute(job(
                "serviceTask_" + (process.equals("mall-payment") ? "reportPayment" : "reportMerchantsPayment"),
                payment(claimed, process)));
    }

    /** What the case does when its payment is over. */
    void heard(ProcessInstance claimed) {
        execute(job("serviceTask_checkMeasures", claimed));
        execute(job("serviceTask_checkPayment", claimed));
    }

    ProcessInstance atConfirmOfB(String amount) {
        return atConfirmOfB(amount, judged("not-ours"));
    }

    /** A merchant of the register. */
    ProcessInstance atConfirmOf(String merchant, String amount) {
        Map<String, Object> judged = judged("not-ours");
        judged.put("merchant", merchant);
        return atConfirmOfB(amount, judged);
    }

    private ProcessInstance atConfirmOfB(String amount, Map<String, Object> judged) {
        ProcessInstance claimed = atDecide("merchant-compensation");
        decided(OPERATIONS, claimed, judged);
        routed(claimed);
        offered(OPERATIONS, claimed, agreed(amount));
        begun(claimed, "merchant-settlement");
        assertThat(payment(claimed, "merchant-settlement")).isWaitingAt(CONFIRM);
        return claimed;
    }

    void confirmed(ProcessInstance claimed, String paid) {
        confirmed(CLERK, claimed, paid);
    }

    void confirmed(String who, ProcessInstance claimed, String paid) {
        ProcessInstance payment = payment(claimed, "merchant-settlement");
        Task task = task(CONFIRM, payment);
        Map<String, Object> fields = with(desk.open(who, task), "merchantPaid", paid);
        if (paid.equals("yes")) {
            desk.giveEvidence(who, task);
            fields.put("paymentProof", "商户收据 018");
        } else {
            fields.put("merchantReason", "商户不认可。");
        }
        desk.submit(who, task, fields);
        execute(job(CONFIRM, payment));
        if (!paid.equals("yes")) {
            execute(job("callActivity_paymentInItsPlace", payment));
        }
    }

    void inItsPlace(ProcessInstance claimed, String what) {
        Task task = task(IN_PLACE, payment(claimed, "merchant-settlement"));
        Map<String, Object> fields = with(desk.open(OPERATIONS, task), "inItsPlace", what);
        fields.put("inItsPlaceReason", "商户拒付。");
        desk.submit(OPERATIONS, task, fields);
    }

    /** The customer takes the complaint back. */
    void withdrawn(ProcessInstance claimed) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("number", claimed.getBusinessKey());
        fields.put("addition", "withdrawn");
        fields.put("additionReason", "客户来电撤回。");
        ProcessInstance addition = desk.start(CLERK, "case-addition", fields);
        execute(org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job(addition));
        execute(job("serviceTask_withdrawComplaint", claimed));
    }

    /** What a form shows that is given back as it is, and what is filled in. */
    static Map<String, Object> with(Map<String, Object> shown, String key, Object value) {
        Map<String, Object> fields = new HashMap<>();
        for (String id : List.of("measureId", "recoveryId")) {
            if (shown.get(id) != null) {
                fields.put(id, shown.get(id));
            }
        }
        fields.put(key, value);
        return fields;
    }

    long id(ProcessInstance claimed) {
        return complaints.find(claimed.getBusinessKey()).orElseThrow().id();
    }

    void handle(ProcessInstance going, String place, Map<String, ?> wanted) {
        intake.handle(going, place, wanted);
    }

    TestClock clock() {
        return clock;
    }
}
