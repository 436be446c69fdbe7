package io.redress.process.followup;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
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

/** Takes the follow-up of a settled case to each place where it waits, and asserts that it waits there. */
final class FollowUpNavigator {

    private static final String CALLER = "customer-service";

    private static final Caller CASE = new Caller(
            FollowUpProcess.KEY,
            List.of("caseId", "number", "site", "severity", "ownerGroup", "outcome"),
            List.of("reopened", "reopenings"));

    private final Desk desk;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TestClock clock;

    FollowUpNavigator(Desk desk, Complaints complaints, Deadlines deadlines, TestClock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    ProcessInstance atTimeToCall(String site) {
        ProcessInstance registered =
                desk.start(CALLER, "complaint-handling", io.redress.testing.Complaints.registration("site", site));
        Complaint complaint = complaints.find(registered.getBusinessKey()).orElseThrow();
        deadlines.start(complaint.id(), "receipt", clock.instant(), clock.instant(), CALLER);
        deadlines.meet(complaint.id(), "RESOLUTION", clock.instant(), CALLER);
        return begun(complaint);
    }

    ProcessInstance atCallTheCustomer() {
        ProcessInstance settled = atTimeToCall("supermarket");
        wait(settled);
        return settled;
    }

    /** The same case is settled once more, and called. */
    ProcessInstance again(ProcessInstance reopened) {
        String number = reopened.getBusinessKey();
        runtimeService()
                .createMessageCorrelation("test.finished")
                .processInstanceBusinessKey(number)
                .correlate();
        ProcessInstance settled = begun(complaints.find(number).orElseThrow());
        wait(settled);
        return settled;
    }

    /** The day has come. */
    void wait(ProcessInstance settled) {
        Job wait = job("event_timeToCall", settled);
        clock.set(wait.getDuedate().toInstant());
        execute(wait);
        assertThat(settled).isWaitingAt("userTask_callTheCustomer");
    }

    void called(ProcessInstance settled, String solved) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reached", "yes");
        fields.put("solved", solved);
        if (!solved.equals("solved")) {
            fields.put("unsolved", "代金券还没有收到。");
        }
        fields.put("satisfaction", "satisfied");
        fields.put("suggestions", "冷柜应每天检查。");
        fields.put("suggestionsFor", "store-manager");
        submit(settled, fields);
        execute(job("serviceTask_recordCall", settled));
    }

    void reopened(ProcessInstance settled, String solved) {
        called(settled, solved);
        execute(job("serviceTask_reopenCase", settled));
    }

    void missed(ProcessInstance settled) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reached", "no");
        fields.put("tryNote", "无人接听。");
        submit(settled, fields);
        execute(job("serviceTask_recordFailedCall", settled));
    }

    /** What the follow-up gave back to its caller. */
    Map<String, Object> out(ProcessInstance ended) {
        return CASE.gotBack(ended.getBusinessKey());
    }

    private ProcessInstance begun(Complaint complaint) {
        ProcessInstance settled = CASE.call(
                complaint.number(),
                Map.of(
                        "caseId", complaint.id(),
                        "number", complaint.number(),
                        "site", complaint.site(),
                        "severity", complaint.severity(),
                        "ownerGroup", CALLER,
                        "outcome", "agreed"));
        assertThat(settled).isWaitingAt("event_timeToCall");
        return settled;
    }

    private void submit(ProcessInstance settled, Map<String, Object> fields) {
        desk.submit(CALLER, task(settled), fields);
        execute(job("userTask_callTheCustomer", settled));
    }
}
