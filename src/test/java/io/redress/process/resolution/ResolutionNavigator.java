package io.redress.process.resolution;

import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.jobs;
import static io.redress.testing.WholeCase.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadlines;
import io.redress.testing.Caller;
import io.redress.testing.Desk;
import io.redress.testing.TestClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the resolution of a complaint to each place where it waits, and asserts that it waits there. */
final class ResolutionNavigator {

    static final String HANDLER = "customer-service";
    static final String DEPARTMENT = "quality-inspection";
    static final String HEAD = "quality-inspection-head";
    static final String SUPERVISOR = "customer-service-supervisor";
    static final String FINANCE = "finance";

    private static final Caller CALLER = new Caller(
            ResolutionProcess.KEY,
            List.of("caseId", "number", "site", "severity", "ownerGroup", "planAgreed"),
            List.of("settled", "outcome"));

    private final Desk desk;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final TestClock clock;

    ResolutionNavigator(Desk desk, Complaints complaints, Deadlines deadlines, JdbcClient jdbc, TestClock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ProcessInstance begun(boolean planAgreed) {
        ProcessInstance registered =
                desk.start(HANDLER, "complaint-handling", io.redress.testing.Complaints.registration());
        Complaint complaint = complaints.find(registered.getBusinessKey()).orElseThrow();
        jdbc.sql("update complaint set route = :route where id = :id")
                .param("route", ResolutionProcess.KEY)
                .param("id", complaint.id())
                .update();
        deadlines.start(complaint.id(), "receipt", complaint.receivedAt(), clock.instant(), HANDLER);
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("caseId", complaint.id());
        variables.put("number", complaint.number());
        variables.put("site", complaint.site());
        variables.put("severity", "normal");
        variables.put("ownerGroup", HANDLER);
        variables.put("planAgreed", planAgreed);
        return CALLER.call(complaint.number(), variables);
    }

    ProcessInstance atStartTheInvestigation() {
        ProcessInstance resolution = begun(false);
        assertThat(resolution).isWaitingAt("userTask_startTheInvestigation");
        return resolution;
    }

    ProcessInstance atInvestigate() {
        ProcessInstance resolution = atStartTheInvestigation();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("priority", "normal");
        fields.put("investigator", "quality-inspection");
        fields.put("departments", List.of(DEPARTMENT));
        fields.put("sceneVisit", false);
        fields.put("workOrder", "请查明该批酸奶的到货与上架记录。");
        submit(HANDLER, resolution, "startTheInvestigation", fields);
        execute(job("serviceTask_openWorkOrders", resolution));
        assertThat(resolution).isWaitingAt("userTask_investigateComplaint", "userTask_giveTheFirstAnswer");
        return resolution;
    }

    ProcessInstance atConclude() {
        ProcessInstance resolution = atInvestigate();
        firstAnswer(resolution);
        found(resolution, DEPARTMENT);
        assertThat(resolution).isWaitingAt("userTask_concludeOnResponsibility");
        return resolution;
    }

    ProcessInstance atDrawUpThePlan() {
        ProcessInstance resolution = atConclude();
        conclude(resolution, "valid");
        assertThat(resolution).isWaitingAt("userTask_drawUpThePlan");
        return resolution;
    }

    ProcessInstance atApproveThePlan(String compensation, String amount) {
        ProcessInstance resolution = atDrawUpThePlan();
        plan(resolution, compensation, amount);
        assertThat(resolution).isWaitingAt("userTask_approveThePlan");
        return resolution;
    }

    ProcessInstance atAgree() {
        ProcessInstance resolution = atApproveThePlan("none", null);
        decidePlan(resolution, true);
        assertThat(resolution).isWaitingAt("userTask_agreeWithTheCustomer");
        return resolution;
    }

    ProcessInstance atMeasures() {
        ProcessInstance resolution = atAgree();
        answer(resolution, true);
        assigned(resolution);
        return resolution;
    }

    ProcessInstance atApproveTheCompensation(String amount) {
        ProcessInstance resolution = atApproveThePlan("refund", amount);
        decidePlan(resolution, true);
        assertThat(atApprove(resolution)).isWaitingAt("userTask_approveTheCompensation");
        return resolution;
    }

    void firstAnswer(ProcessInstance resolution) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("firstAnswer", "已请质检调查，最迟后天答复您。");
        fields.put("promisedOn", null);
        submit(HANDLER, resolution, "giveTheFirstAnswer", fields);
        execute(job("serviceTask_recordFirstAnswer", resolution));
    }

    void found(ProcessInstance resolution, String department) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("department", department);
        fields.put("orderAnswer", "finding");
        fields.put("siteEvidence", null);
        fields.put("cause", "临期商品未及时下架。");
        fields.put("personResponsible", null);
        fields.put("proposal", "退款并致歉。");
        submit(department, resolution, "investigateComplaint", fields);
        execute(job("userTask_investigateComplaint", resolution));
    }

    void sendBack(ProcessInstance resolution, String department) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("department", department);
        fields.put("orderAnswer", "sent-back");
        fields.put("returnReason", "不属于本部门。");
        submit(department, resolution, "investigateComplaint", fields);
        execute(job("userTask_investigateComplaint", resolution));
        execute(job("serviceTask_returnWorkOrder", resolution));
        assertThat(resolution).isWaitingAt("userTask_decideOnTheWorkOrder");
    }

    void giveTo(ProcessInstance resolution, String decider, String department) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("department", department);
        fields.put("orderNote", null);
        submit(decider, resolution, "decideOnTheWorkOrder", fields);
    }

    void conclude(ProcessInstance resolution, String conclusion) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conclusion", conclusion);
        if (conclusion.equals("facts-missing")) {
            fields.put("question", "请提供购物小票。");
        } else {
            fields.put("responsibility", "service-process");
            fields.put("conclusionReason", "上架记录显示已过期。");
        }
        submit(HANDLER, resolution, "concludeOnResponsibility", fields);
        execute(job("userTask_concludeOnResponsibility", resolution));
    }

    void plan(ProcessInstance resolution, String compensation, String amount) {
        submit(HANDLER, resolution, "drawUpThePlan", planned(compensation, amount, today().plusDays(1)));
        execute(job("serviceTask_recordPlan", resolution));
    }

    Map<String, Object> planned(String compensation, String amount, LocalDate due) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("solution", "退款并致歉，清查同批商品。");
        fields.put("measure1", "清查同批酸奶");
        fields.put("measure1Department", DEPARTMENT);
        fields.put("measure1Due", due.toString());
        for (String empty : List.of(
                "measure2", "measure2Department", "measure2Due", "measure3", "measure3Department", "measure3Due")) {
            fields.put(empty, null);
        }
        fields.put("compensation", compensation);
        if (amount != null) {
            fields.put("compensationAmount", amount);
        }
        fields.put("basis", "食品安全法第一百四十八条");
        fields.put("responsibleDepartment", DEPARTMENT);
        fields.put("directLoss", null);
        fields.put("indirectLoss", null);
        return fields;
    }

    void decidePlan(ProcessInstance resolution, boolean approved) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("planDecision", approved ? "approved" : "sent-back");
        if (!approved) {
            fields.put("planReason", "措施不足。");
        }
        submit(HEAD, resolution, "approveThePlan", fields);
        execute(job("userTask_approveThePlan", resolution));
    }

    void decideCompensation(ProcessInstance resolution, String who, boolean approved) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("compensationDecision", approved ? "approved" : "refused");
        if (!approved) {
            fields.put("compensationReason", "金额偏高。");
        }
        submit(who, resolution, "approveTheCompensation", fields);
        execute(job("userTask_approveTheCompensation", resolution));
    }

    /** The approval of the money, once it is known who approves. */
    ProcessInstance atApprove(ProcessInstance resolution) {
        execute(job("serviceTask_findApprover", resolution));
        return resolution;
    }

    void answer(ProcessInstance resolution, boolean accepted) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("customerAnswer", accepted ? "accepted" : "refused");
        fields.put("customersWord", null);
        submit(HANDLER, resolution, "agreeWithTheCustomer", fields);
        execute(job("serviceTask_recordAnswer", resolution));
    }

    /** Each measure has found its department. */
    void assigned(ProcessInstance resolution) {
        jobs("callActivity_measures", resolution).forEach(job -> execute(job));
        looked(resolution);
        jobs("serviceTask_assignMeasure", resolution).forEach(job -> execute(job));
        jobs("serviceTask_printWorkOrder", resolution).forEach(job -> execute(job));
        jobs("serviceTask_printFundsRequest", resolution).forEach(job -> execute(job));
    }

    /** Whoever waits for the measures has heard of one that is done, and looked whether there is something to wait for. */
    private void looked(ProcessInstance resolution) {
        jobs("serviceTask_reportMeasure", resolution).forEach(job -> execute(job));
        jobs("serviceTask_checkMeasures", resolution).forEach(job -> execute(job));
    }

    void carryOut(ProcessInstance resolution) {
        submit(
                DEPARTMENT,
                resolution,
                "carryOutTheMeasure",
                measure(resolution, "userTask_carryOutTheMeasure", "measureResult", "同批商品已全部下架。"));
        execute(job("userTask_carryOutTheMeasure", resolution));
        looked(resolution);
    }

    void pay(String who, ProcessInstance resolution) {
        submit(
                who,
                resolution,
                "payTheCompensation",
                measure(resolution, "userTask_payTheCompensation", "paymentProof", "收条 No. 18"));
        execute(job("userTask_payTheCompensation", resolution));
        looked(resolution);
    }

    ProcessInstance calledWithPlan(String number) {
        Complaint complaint = complaints.find(number).orElseThrow();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("caseId", complaint.id());
        variables.put("number", number);
        variables.put("site", complaint.site());
        variables.put("severity", "normal");
        variables.put("ownerGroup", HANDLER);
        variables.put("planAgreed", true);
        return CALLER.call(number, variables);
    }

    private static Map<String, Object> measure(ProcessInstance resolution, String step, String key, String said) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("measureId", taskService().getVariable(task(step, resolution).getId(), "measureId"));
        fields.put(key, said);
        return fields;
    }

    void submit(String who, ProcessInstance resolution, String step, Map<String, Object> fields) {
        desk.submit(who, task("userTask_" + step, resolution), fields);
    }

    /** Whether it is settled, and how it ended. */
    Map<String, Object> out(ProcessInstance resolution) {
        return CALLER.gotBack(resolution.getBusinessKey());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }
}
