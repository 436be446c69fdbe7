package io.redress.process.delivery;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.testing.Desk;
import io.redress.testing.TestClock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Writes messages and takes each to the places where it waits. */
final class DeliveryNavigator {

    static final String PHONE = "13800000000";
    static final String CLERK = "customer-service";
    static final String TEXT = "acknowledgement";

    private final Desk desk;
    private final Complaints complaints;
    private final Messages messages;
    private final TestClock clock;

    DeliveryNavigator(Desk desk, Complaints complaints, Messages messages, TestClock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.messages = messages;
        this.clock = clock;
    }

    /** A registered complaint. */
    long complaint(Map<String, Object> registration) {
        registration.computeIfPresent("phone", (key, phone) -> PHONE);
        return complaints
                .find(desk.start(CLERK, "complaint-handling", registration).getBusinessKey())
                .orElseThrow()
                .id();
    }

    List<Message> toCustomer(long complaintId) {
        return messages.toCustomer(complaintId, TEXT, Map.of("by", clock.instant()), clock.instant());
    }

    ProcessInstance delivery(Message message) {
        return processInstanceQuery()
                .processDefinitionKey(DeliveryProcess.KEY)
                .variableValueEquals("messageId", message.id())
                .singleResult();
    }

    ProcessInstance atSendMessage(long complaintId) {
        ProcessInstance delivery = delivery(toCustomer(complaintId).get(0));
        assertThat(delivery).isWaitingAt("serviceTask_sendMessage");
        return delivery;
    }

    ProcessInstance atSendMessage(long complaintId, String group, String address) {
        ProcessInstance delivery = delivery(
                messages.toAddress(complaintId, group, address, TEXT, Map.of("by", clock.instant()), clock.instant()));
        assertThat(delivery).isWaitingAt("serviceTask_sendMessage");
        return delivery;
    }

    ProcessInstance atTellTheCustomer(long complaintId) {
        ProcessInstance delivery = delivery(toCustomer(complaintId).get(0));
        assertThat(delivery).isWaitingAt("userTask_tellTheCustomer");
        return delivery;
    }

    ProcessInstance atReadTheMessage(long complaintId, String group) {
        ProcessInstance delivery =
                delivery(messages.toGroup(complaintId, group, TEXT, Map.of("by", clock.instant()), clock.instant()));
        assertThat(delivery).isWaitingAt("userTask_readTheMessage");
        return delivery;
    }

    ProcessInstance atRecordOutcome(ProcessInstance telling, String outcome) {
        desk.submit(CLERK, task(telling), told(outcome));
        assertThat(telling).isWaitingAt("serviceTask_recordOutcome");
        return telling;
    }

    ProcessInstance recorded(ProcessInstance telling, String outcome) {
        execute(job(atRecordOutcome(telling, outcome)));
        assertThat(telling).isEnded();
        return telling;
    }

    /** Sends what waits to be sent; who waits for it does not know yet. */
    static void send(ProcessInstance delivery) {
        execute(job("serviceTask_sendMessage", delivery));
    }

    /** Records what became of what was sent. */
    static void record(ProcessInstance sent) {
        execute(job("serviceTask_sendMessage", sent));
        execute(job("serviceTask_recordDelivery", sent));
    }

    static void sendAndRecord(ProcessInstance delivery) {
        send(delivery);
        record(delivery);
    }

    private static Map<String, Object> told(String outcome) {
        return Map.of("deliveryOutcome", outcome, "deliveryRemark", "已致歉");
    }
}
