package io.redress.process.office;

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
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Takes a complaint about a local office to each place where it waits, and asserts that it waits there. */
final class OfficeNavigator {

    static final String HANDLER = "customer-service";
    static final String OFFICE = "management-office";

    static final String CLARIFY = "userTask_clarifyWithTheCustomer";
    static final String CONTACT = "userTask_contactTheCustomer";
    static final String CHECK = "userTask_checkWhatTheOfficeHasDone";
    static final String ASK = "userTask_askTheOfficeForCauseAndProgress";
    static final String EXPLAIN = "userTask_explainTheFinding";
    static final String VISIT = "userTask_visitTheSceneWithTheCustomer";
    static final String RESOLUTION = "callActivity_complaintResolution";

    private static final Caller CALLER = new Caller(
            OfficeProcess.KEY,
            List.of("caseId", "number", "site", "severity", "ownerGroup", "planAgreed"),
            List.of("settled", "outcome"));

    private final Desk desk;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TestClock clock;

    OfficeNavigator(Desk desk, Complaints complaints, Deadlines deadlines, TestClock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A complaint made to head office about the office of that site. */
    static Map<String, Object> registration(String site) {
        Map<String, Object> fields = io.redress.testing.Complaints.registration("site", site);
        fields.put("localOffice", site);
        fields.put("category", "service-attitude");
        return fields;
    }

    ProcessInstance begun(String site, String severity, boolean planAgreed) {
        ProcessInstance registered = desk.start(HANDLER, "complaint-handling", registration(site));
        Complaint complaint = complaints.find(registered.getBusinessKey()).orElseThrow();
        complaints.triaged(complaint.id(), severity, "complex", OfficeProcess.KEY, HANDLER);
        deadlines.start(complaint.id(), "receipt", clock.instant(), clock.instant(), HANDLER);
        return CALLER.call(
                complaint.number(),
                Map.of(
                        "caseId", complaint.id(),
                        "number", complaint.number(),
                        "site", site,
                        "severity", severity,
                        "ownerGroup", HANDLER,
                        "planAgreed", planAgreed));
    }

    ProcessInstance atClarify() {
        ProcessInstance concerned = begun("property-office", "normal", false);
        assertThat(concerned).isWaitingAt(CLARIFY);
        return concerned;
    }

    ProcessInstance atVisitTheScene() {
        ProcessInstance severe = begun("property-office", "high", false);
        execute(job("serviceTask_notifyTheHeads", severe));
        assertThat(severe).isWaitingAt(VISIT, CLARIFY);
        return severe;
    }

    ProcessInstance atContactTheCustomer() {
        ProcessInstance concerned = atClarify();
        told(concerned);
        return concerned;
    }

    ProcessInstance atCheck() {
        ProcessInstance told = atContactTheCustomer();
        contacted(told);
        return told;
    }

    ProcessInstance atAskTheOffice() {
        ProcessInstance concerned = atClarify();
        clarified(concerned, "yes");
        assertThat(concerned).isWaitingAt(ASK);
        return concerned;
    }

    ProcessInstance atExplain() {
        ProcessInstance asked = atAskTheOffice();
        answered(asked, "no");
        assertThat(asked).isWaitingAt(EXPLAIN);
        return asked;
    }

    void clarified(ProcessInstance concerned, String failedBefore) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("circumstances", "门禁坏了两周，报修三次无人处理。");
        fields.put("failedBefore", failedBefore);
        fields.put("pointedToOffice", "yes");
        fields.put("firstAnswer", "管理处将直接与您联系，三个工作日内我们回访。");
        desk.submit(HANDLER, task(CLARIFY, concerned), fields);
        execute(job(CLARIFY, concerned));
    }

    /** An office that has not failed before is told. */
    void told(ProcessInstance concerned) {
        clarified(concerned, "no");
        execute(job("serviceTask_notifyTheOffice", concerned));
        assertThat(concerned).isWaitingAt(CONTACT);
    }

    void contacted(ProcessInstance told) {
        desk.submit(OFFICE, task(CONTACT, told), Map.of("officeResult", "已登门致歉并修好门禁。"));
        assertThat(told).isWaitingAt(CHECK);
    }

    void checked(ProcessInstance done, String settled) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("checkedBy", "visit");
        fields.put("customersWord", null);
        fields.put("officeSettled", settled);
        desk.submit(HANDLER, task(CHECK, done), fields);
        execute(job(CHECK, done));
    }

    /** The office has said what was the matter, and customer service judges it. */
    void answered(ProcessInstance asked, String valid) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("officeCause", "配件缺货。");
        fields.put("officeProgress", "已订货，下周到。");
        fields.put("complaintValid", valid);
        fields.put("conclusionReason", "见维修记录。");
        desk.submit(HANDLER, task(ASK, asked), fields);
        execute(job(ASK, asked));
    }

    void explained(ProcessInstance explained, String accepted) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("explanation", "门禁由开发商保修，已代为催办。");
        fields.put("findingAccepted", accepted);
        fields.put("customersWord", null);
        desk.submit(HANDLER, task(EXPLAIN, explained), fields);
        execute(job(EXPLAIN, explained));
    }

    void visited(ProcessInstance severe) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("headsAtTheScene", List.of("property-manager"));
        fields.put("sceneSeen", "二号楼入口门禁脱落。");
        fields.put("sceneAgreed", null);
        desk.giveEvidence(HANDLER, task(VISIT, severe));
        desk.submit(HANDLER, task(VISIT, severe), fields);
        execute(job(VISIT, severe));
    }

    /** What it gave back to its caller. */
    static Map<String, Object> out(ProcessInstance concerned) {
        return CALLER.gotBack(concerned.getBusinessKey());
    }
}
