package io.redress.process.responsibility;

import static io.redress.process.responsibility.MallNavigator.CLERK;
import static io.redress.process.responsibility.MallNavigator.FILE;
import static io.redress.process.responsibility.MallNavigator.FINANCE;
import static io.redress.process.responsibility.MallNavigator.OPERATIONS;
import static io.redress.process.responsibility.MallNavigator.PROPERTY;
import static io.redress.process.responsibility.MallNavigator.agreed;
import static io.redress.process.responsibility.MallNavigator.judged;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.testing.Desk;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Takes a claim that a policy covers through the settlement and the insurer, whatever instance its steps are in. */
final class InsuranceNavigator {

    static final String ADMIN_HR = "admin-hr";
    static final String ADMIN_HR_HEAD = "admin-hr-head";
    static final String GENERAL_MANAGER = "general-manager";

    static final String REPORT = "userTask_reportToTheInsurer";
    static final String ANSWER = "userTask_recordTheInsurersAnswer";
    static final String HOW = "userTask_decideHowTheClaimGoesOn";
    static final String SUBMIT = "userTask_submitTheClaim";
    static final String DECISION = "userTask_recordTheInsurersDecision";
    static final String BOOK = "userTask_bookThePayout";
    static final String SHORTFALL = "userTask_decideOnTheShortfall";
    static final String TAKE_OVER = "userTask_takeOverThePapers";
    static final String ADVANCE = "userTask_confirmTheAdvance";
    static final String REPAY = "userTask_repayTheMerchant";

    private final Desk desk;
    private final MallNavigator mall;

    InsuranceNavigator(Desk desk, MallNavigator mall) {
        this.desk = desk;
        this.mall = mall;
    }

    /** Ours and covered: the claim is to be reported, and the sum to be agreed. */
    ProcessInstance covered(String category, String merchant) {
        ProcessInstance claimed = mall.atDecide(category);
        Map<String, Object> ours = judged("ours");
        ours.put("coveredByPolicy", "yes");
        ours.put("merchant", merchant);
        mall.decided(category.startsWith("merchant") ? OPERATIONS : PROPERTY, claimed, ours);
        settle(claimed);
        return claimed;
    }

    /** Whatever needs nobody is done, of the case and all its parts. */
    void settle(ProcessInstance claimed) {
        List<Job> due;
        do {
            due =
                    runtimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(claimed.getBusinessKey())
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

    List<Task> tasks(ProcessInstance claimed, String step) {
        return taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(claimed.getBusinessKey())
                .taskDefinitionKey(step)
                .list();
    }

    Optional<Task> find(ProcessInstance claimed, String step) {
        return tasks(claimed, step).stream().findFirst();
    }

    Task task(ProcessInstance claimed, String step) {
        return find(claimed, step)
                .orElseThrow(() -> new AssertionError("nobody is asked " + step + " but "
                        + taskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(claimed.getBusinessKey())
                                .list()
                                .stream()
                                .map(Task::getTaskDefinitionKey)
                                .toList()));
    }

    void timer(ProcessInstance claimed, String process, String event) {
        ProcessInstance instance = mall.payment(claimed, process);
        managementService()
                .executeJob(managementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(event)
                        .singleResult()
                        .getId());
        settle(claimed);
    }

    /** What is filled in beside what the form gives back as it is. */
    void done(ProcessInstance claimed, String step, String who, Map<String, ?> fields) {
        done(claimed, task(claimed, step), who, fields);
    }

    private void done(ProcessInstance claimed, Task task, String who, Map<String, ?> fields) {
        Map<String, Object> shown = desk.open(who, task);
        Map<String, Object> filled = new HashMap<>(fields);
        for (String id : List.of("measureId", "repaymentId", "accountState")) {
            if (shown.get(id) != null) {
                filled.put(id, shown.get(id));
            }
        }
        desk.submit(who, task, filled);
        settle(claimed);
    }

    static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    void reported(ProcessInstance claimed, String requirements) {
        done(
                claimed,
                REPORT,
                CLERK,
                fields(
                        "reportedBy",
                        "otherwise",
                        "reportEmail",
                        null,
                        "reportText",
                        desk.open(CLERK, task(claimed, REPORT)).get("reportText"),
                        "claimNumber",
                        null,
                        "insurersRequirements",
                        requirements));
    }

    void answered(ProcessInstance claimed, String opinion, String requirements) {
        done(
                claimed,
                ANSWER,
                CLERK,
                fields("claimNumber", "BA-1", "insurersRequirements", requirements, "insurersOpinion", opinion));
    }

    void agreedOn(ProcessInstance claimed, String amount) {
        Map<String, Object> said = agreed(amount);
        if (new BigDecimal(amount).compareTo(new BigDecimal("1000")) > 0) {
            said.put("cashReason", "客户没有银行账户。");
        }
        desk.submit(OPERATIONS, task(claimed, MallNavigator.AGREE), said);
        settle(claimed);
    }

    void papersChecked(ProcessInstance claimed, String consent) {
        done(
                claimed,
                MallNavigator.CHECK,
                OPERATIONS,
                fields("papersComplete", "yes", "papersMissing", null, "insurersConsent", consent));
    }

    void approved(ProcessInstance claimed, String who) {
        done(
                claimed,
                MallNavigator.APPROVE,
                who,
                fields("compensationDecision", "approved", "compensationReason", null));
    }

    /** Finance pays it out, and the customer gets it for signatures. */
    void paidByTheMall(ProcessInstance claimed) {
        done(claimed, MallNavigator.PAY, FINANCE, fields("paymentProof", "付-0101"));
        desk.giveEvidence(CLERK, task(claimed, MallNavigator.HAND_OVER));
        done(claimed, MallNavigator.HAND_OVER, CLERK, fields("signed", "yes", "notSignedReason", null));
    }

    void advanced(ProcessInstance claimed, String who) {
        desk.giveEvidence(who, task(claimed, ADVANCE));
        done(claimed, ADVANCE, who, fields("merchantPaid", "yes", "paymentProof", "商户收据 018", "merchantReason", null));
    }

    /** Each holder files its copy, and administration takes the papers over for the insurer. */
    List<String> filed(ProcessInstance claimed, Map<String, String> logins) {
        List<String> holders = copiesFiled(claimed, logins);
        takenOver(claimed, CLERK);
        return holders;
    }

    List<String> copiesFiled(ProcessInstance claimed, Map<String, String> logins) {
        return tasks(claimed, FILE).stream()
                .map(task -> {
                    String holder = taskService()
                            .getIdentityLinksForTask(task.getId())
                            .get(0)
                            .getGroupId();
                    done(
                            claimed,
                            task,
                            logins.getOrDefault(holder, holder),
                            fields("copyFiled", "yes", "copyPlace", null));
                    return holder;
                })
                .sorted()
                .toList();
    }

    void takenOver(ProcessInstance claimed, String handedBy) {
        Map<String, Object> shown = desk.open(ADMIN_HR_HEAD, task(claimed, TAKE_OVER));
        done(
                claimed,
                TAKE_OVER,
                ADMIN_HR_HEAD,
                fields("handoverList", shown.get("handoverList"), "handedOverBy", handedBy));
    }

    void submitted(ProcessInstance claimed, String amount) {
        done(claimed, SUBMIT, ADMIN_HR, fields("claimedAmount", amount, "claimSentBy", "顺丰 SF1"));
    }

    void decided(ProcessInstance claimed, String amount) {
        done(
                claimed,
                DECISION,
                ADMIN_HR,
                fields(
                        "insurersDecision",
                        amount == null ? "refused" : "accepted",
                        "acceptedAmount",
                        amount,
                        "insurersReason",
                        "按条款扣减折旧。"));
    }

    void booked(ProcessInstance claimed, String amount, String to) {
        done(claimed, BOOK, FINANCE, payout(amount, to));
    }

    static Map<String, Object> payout(String amount, String to) {
        return fields(
                "payoutNews",
                "received",
                "payoutAmount",
                amount,
                "payoutTo",
                to,
                "payoutProof",
                "银行回单 77",
                "payoutReason",
                null);
    }

    void borneBy(ProcessInstance claimed, String bearer) {
        done(claimed, SHORTFALL, GENERAL_MANAGER, fields("shortfallBearer", bearer, "shortfallReason", "保险公司扣减折旧。"));
    }

    void repaid(ProcessInstance claimed, String confirmed) {
        done(
                claimed,
                REPAY,
                FINANCE,
                fields(
                        "repaymentProof",
                        "转-09",
                        "accountConfirmed",
                        confirmed,
                        "repaymentBank",
                        null,
                        "repaymentAccount",
                        null));
    }
}
