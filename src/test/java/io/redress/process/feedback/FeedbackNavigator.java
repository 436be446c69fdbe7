package io.redress.process.feedback;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadlines;
import io.redress.testing.Caller;
import io.redress.testing.Desk;
import io.redress.testing.TestClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Takes the feedback on a complaint to each place where it waits, and asserts that it waits there. */
final class FeedbackNavigator {

    static final String HANDLER = "customer-service";
    static final String MANAGER = "customer-service-manager";
    static final String TOP = "senior-management";

    private static final Caller CALLER = new Caller(
            FeedbackProcess.KEY,
            List.of("caseId", "number", "site", "severity", "ownerGroup", "settled"),
            List.of("outcome", "planAgreed"));

    private final Desk desk;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TestClock clock;

    FeedbackNavigator(Desk desk, Complaints complaints, Deadlines deadlines, TestClock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    ProcessInstance atTellTheResult() {
        ProcessInstance feedback = begun("A");
        assertThat(feedback).isWaitingAt("userTask_tellTheResult");
        return feedback;
    }

    ProcessInstance atPromiseADate() {
        ProcessInstance feedback = atTellTheResult();
        refused(feedback);
        assertThat(feedback).isWaitingAt("userTask_promiseADate");
        return feedback;
    }

    ProcessInstance atFindTheAnswer(String promised) {
        ProcessInstance feedback = atPromiseADate();
        promise(feedback, promised);
        execute(job("serviceTask_recordPromise", feedback));
        assertThat(feedback).isWaitingAt("userTask_findTheAnswer");
        return feedback;
    }

    ProcessInstance atProposeASolution() {
        ProcessInstance feedback = begun("C");
        assertThat(feedback).isWaitingAt("userTask_proposeASolution");
        return feedback;
    }

    ProcessInstance atDeliberate() {
        ProcessInstance feedback = atProposeASolution();
        offered(MANAGER, feedback, offer("no"));
        refused(feedback);
        assertThat(feedback).isWaitingAt("userTask_deliberateWithDepartments");
        return feedback;
    }

    ProcessInstance atDecideOnTheComplaint() {
        ProcessInstance feedback = atDeliberate();
        for (int round = 1; round <= 3; round++) {
            assertThat(feedback).isWaitingAt("userTask_deliberateWithDepartments");
            offered(MANAGER, feedback, deliberated());
            refused(feedback);
        }
        assertThat(feedback).isWaitingAt("userTask_decideOnTheComplaint");
        return feedback;
    }

    ProcessInstance atNextTryDue() {
        ProcessInstance feedback = atTellTheResult();
        missed(feedback);
        assertThat(feedback).isWaitingAt("event_nextTryDue");
        return feedback;
    }

    /** The customer is told and says that. */
    void told(ProcessInstance feedback, String satisfaction) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reached", "yes");
        fields.put("toldBy", List.of("phone"));
        fields.put("told", "已为您办理退款，并向您致歉。");
        fields.put("satisfaction", satisfaction);
        if (List.of("average", "dissatisfied").contains(satisfaction)) {
            fields.put("satisfactionReason", "等得太久。");
        }
        fields.put("customersWord", "知道了。");
        submit(HANDLER, feedback, fields);
        execute(job("userTask_tellTheResult", feedback));
        execute(job("serviceTask_recordReaction", feedback));
    }

    void refused(ProcessInstance feedback) {
        told(feedback, "dissatisfied");
    }

    void missed(ProcessInstance feedback) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reached", "no");
        fields.put("tryNote", null);
        submit(HANDLER, feedback, fields);
        execute(job("userTask_tellTheResult", feedback));
        execute(job("serviceTask_recordFailedTry", feedback));
    }

    /** Another day has come. */
    void tryAgain(ProcessInstance feedback) {
        Job wait = job("event_nextTryDue", feedback);
        clock.set(wait.getDuedate().toInstant());
        execute(wait);
        assertThat(feedback).isWaitingAt("userTask_tellTheResult");
    }

    void promise(ProcessInstance feedback, String date) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("promisedOn", date);
        fields.put("promiseWords", "我们会在当天之内给您答复。");
        fields.put("workOrderFor", List.of("purchasing"));
        fields.put("workOrder", "查明该批酸奶的进货日期。");
        submit(HANDLER, feedback, fields);
    }

    void answered(ProcessInstance feedback) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("workOrderResult", "该批次已过期。");
        fields.put("answer", "全额退款并致歉。");
        submit(HANDLER, feedback, fields);
        execute(job("userTask_findTheAnswer", feedback));
        assertThat(feedback).isWaitingAt("userTask_tellTheResult");
    }

    /** Whoever stands above the handler has an answer. */
    void offered(String person, ProcessInstance feedback, Map<String, Object> offer) {
        String step = task(feedback).getTaskDefinitionKey();
        submit(person, feedback, offer);
        execute(job(step, feedback));
        assertThat(feedback).isWaitingAt("userTask_tellTheResult");
    }

    /** @param plan whether there is something to carry out: yes or no */
    static Map<String, Object> offer(String plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("answer", "换货，另赠代金券。");
        fields.put("basis", null);
        fields.put("planOffered", plan);
        if (plan.equals("yes")) {
            fields.put("measure1", "换货");
            fields.put("measure1Department", "store-manager");
            fields.put("measure1Due", "2026-03-05");
            for (int n = 2; n <= 3; n++) {
                fields.put("measure" + n, null);
                fields.put("measure" + n + "Department", null);
                fields.put("measure" + n + "Due", null);
            }
            fields.put("compensation", "voucher");
            fields.put("compensationAmount", "20");
        }
        return fields;
    }

    static Map<String, Object> deliberated() {
        Map<String, Object> fields = offer("no");
        fields.put("consulted", List.of("purchasing", "store-manager"));
        fields.put("deliberation", "采购：可换货。门店：可加赠代金券。");
        return fields;
    }

    static Map<String, Object> decision(String decision, String plan) {
        Map<String, Object> fields = offer(plan);
        fields.put("decision", decision);
        return fields;
    }

    /** What the feedback gave back to its caller. */
    static Map<String, Object> out(ProcessInstance feedback) {
        return CALLER.gotBack(feedback.getBusinessKey());
    }

    private ProcessInstance begun(String level) {
        ProcessInstance registered =
                desk.start(HANDLER, "complaint-handling", io.redress.testing.Complaints.registration());
        Complaint complaint = complaints.find(registered.getBusinessKey()).orElseThrow();
        deadlines.start(complaint.id(), "receipt", clock.instant(), clock.instant(), HANDLER);
        return CALLER.call(
                complaint.number(),
                Map.of(
                        "caseId", complaint.id(),
                        "number", complaint.number(),
                        "site", complaint.site(),
                        "severity", complaint.severity(),
                        "ownerGroup", HANDLER,
                        "settled", level.equals("A")));
    }

    private void submit(String person, ProcessInstance feedback, Map<String, Object> fields) {
        desk.submit(person, task(feedback), fields);
    }
}
