package io.redress.process.escalation;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.testing.Desk;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Acts for those to whom a case is passed up, and asserts that it has come to them. */
public final class EscalationNavigator {

    static final String TAKE_UP = "userTask_takeUpTheEscalation";
    static final String REPORT = "userTask_writeTheReport";
    static final String ORDER = "userTask_carryOutTheOrder";

    private final Desk desk;

    public EscalationNavigator(Desk desk) {
        this.desk = desk;
    }

    public void takenOver(String person, ProcessInstance escalation) {
        decided(person, escalation, takeOver());
        execute(job("serviceTask_handOverTheCase", escalation));
    }

    /** The owner has written the report. */
    public void reported(String owner, ProcessInstance escalation) {
        desk.submit(owner, task(REPORT, escalation), report());
        execute(job("serviceTask_printWrittenReport", escalation));
    }

    void advised(String person, ProcessInstance escalation, String advice) {
        decided(person, escalation, decision("advise", "advice", advice));
        execute(job("serviceTask_passOnTheAdvice", escalation));
    }

    void givenBack(String person, ProcessInstance escalation, String order) {
        decided(person, escalation, decision("give-back", "order", order));
        assertThat(escalation).isWaitingAt(ORDER);
    }

    void carriedOut(String owner, ProcessInstance escalation) {
        desk.submit(owner, task(ORDER, escalation), Map.of("orderResult", "已按指示办理。"));
        execute(job(ORDER, escalation));
    }

    static Map<String, Object> takeOver() {
        return decision("take-over", "takeOverNote", null);
    }

    static Map<String, Object> decision(String decision, String field, String words) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("escalationDecision", decision);
        fields.put(field, words);
        return fields;
    }

    static Map<String, Object> report() {
        return Map.of("reportHappened", "客户买到过期酸奶。", "reportDone", "已致歉并下架。", "reportAsked", "请批准全额退款。");
    }

    private void decided(String person, ProcessInstance escalation, Map<String, Object> decision) {
        assertThat(escalation).isWaitingAt(TAKE_UP);
        desk.submit(person, task(TAKE_UP, escalation), decision);
        execute(job("serviceTask_recordDecision", escalation));
    }
}
