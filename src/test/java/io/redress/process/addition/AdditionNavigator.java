package io.redress.process.addition;

import static io.redress.testing.WholeCase.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import io.redress.testing.Complaints;
import io.redress.testing.Desk;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Takes something added to a case to each place where it waits, and asserts that it waits there. */
final class AdditionNavigator {

    static final String CLERK = "customer-service";

    /** What can be added, and the step that carries it out. */
    static final Map<String, String> CHOICES = Map.of(
            "another-matter", "serviceTask_registerAnotherMatter",
            "withdrawn", "serviceTask_passOnToTheCase",
            "more-evidence", "serviceTask_passOnToTheCase",
            "legal-or-media", "serviceTask_passOnToTheCase",
            "outside-deadline", "serviceTask_addOutsideDeadline",
            "customer-calls-again", "serviceTask_notifyPeopleInCharge",
            "correct-the-registration", "serviceTask_correctRegistration",
            "hand-over-to", "serviceTask_handOverComplaint");

    private final Desk desk;

    AdditionNavigator(Desk desk) {
        this.desk = desk;
    }

    /** A complaint of which nothing has been done yet. */
    ProcessInstance registered() {
        Map<String, Object> fields = Complaints.registration();
        fields.put("orderNumber", null);
        return desk.start(CLERK, "complaint-handling", fields);
    }

    /** A complaint that is being handled, at its very beginning: nobody has a task yet. */
    ProcessInstance runningCase() {
        ProcessInstance running = registered();
        execute(job("serviceTask_registerComplaint", running));
        assertThat(running).isWaitingAt("callActivity_complaintIntake");
        return running;
    }

    /** A complaint of which customer service is to look at new evidence. */
    ProcessInstance inHand(ProcessInstance running) {
        added("more-evidence", running);
        assertThat(task("userTask_lookAtTheEvidence", running)).isNotNull();
        return running;
    }

    ProcessInstance add(String choice, ProcessInstance running) {
        ProcessInstance addition = add(running, fields(choice, running));
        assertThat(addition).isWaitingAt(CHOICES.get(choice));
        return addition;
    }

    ProcessInstance add(ProcessInstance running, Map<String, Object> fields) {
        ProcessInstance addition = desk.start(CLERK, AdditionProcess.KEY, fields);
        assertThat(addition.getBusinessKey()).isEqualTo(running.getBusinessKey());
        return addition;
    }

    ProcessInstance added(String choice, ProcessInstance running) {
        ProcessInstance addition = add(choice, running);
        execute(job(addition));
        assertThat(addition).isEnded();
        return addition;
    }

    /** What Tasklist sends for the choice: every field that it shows. */
    Map<String, Object> fields(String choice, ProcessInstance running) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", running.getBusinessKey());
        fields.put("addition", choice);
        switch (choice) {
            case "another-matter" -> {
                fields.put("otherCategory", "service-attitude");
                fields.put("otherProduct", "牛奶");
                fields.put("otherOrderNumber", "S-" + running.getBusinessKey());
                fields.put("otherDescription", "收银员态度恶劣。");
            }
            case "outside-deadline" -> {
                fields.put("deadlineName", "12315");
                fields.put("deadlineStartsAt", "2026-03-02T10:00+08:00");
                fields.put("deadlineAmount", 4);
                fields.put("deadlineUnit", "hours");
            }
            case "more-evidence" -> fields.put("moreEvidence", "客户寄来购物小票。");
            case "customer-calls-again" -> fields.put("callSaid", "怎么还没有消息？");
            case "correct-the-registration" -> {
                fields.put("customerName", null);
                fields.put("phone", "13911112222");
                fields.put("email", null);
                fields.put("orderNumber", null);
                fields.put("description", null);
            }
            case "hand-over-to" -> fields.put("handOverTo", "demo");
            default -> fields.put("additionReason", "客户来电说明。");
        }
        return fields;
    }

    Map<String, Object> fields(String choice, ProcessInstance running, String key, Object value) {
        Map<String, Object> fields = fields(choice, running);
        fields.put(key, value);
        return fields;
    }
}
