package io.redress.process.delivery;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.escalation.CasePeople;
import io.redress.casefile.message.Channel;
import io.redress.casefile.message.InvalidTemplate;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Message.State;
import io.redress.casefile.message.Messages;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Without a mail server: every message takes a person. */
@ProcessTest
class MessageDeliveryTest {

    private static final String PHONE = DeliveryNavigator.PHONE;

    private final Desk desk;
    private final Complaints complaints;
    private final Messages messages;
    private final TestClock clock;
    private final RuntimeService runtime;
    private final CasePeople people;
    private final TransactionTemplate transaction;
    private final DeliveryNavigator deliveries;

    MessageDeliveryTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired Messages messages,
            @Autowired TestClock clock,
            @Autowired RuntimeService runtime,
            @Autowired CasePeople people,
            @Autowired TransactionTemplate transaction) {
        this.desk = desk;
        this.complaints = complaints;
        this.messages = messages;
        this.clock = clock;
        this.runtime = runtime;
        this.people = people;
        this.transaction = transaction;
        this.deliveries = new DeliveryNavigator(desk, complaints, messages, clock);
    }

    @Test
    void asksCustomerServiceToTellACustomerWhoGaveAPhoneOnly() {
        ProcessInstance telling = deliveries.atTellTheCustomer(deliveries.complaint(registration()));
        assertThat(task(telling)).hasCandidateGroup("customer-service").isNotAssigned();
        assertThat(task(telling).getDueDate()).isAfter(Date.from(clock.instant()));
    }

    @Test
    void showsTheTextReadyToReadAndTheNumberToCall() {
        ProcessInstance telling = deliveries.atTellTheCustomer(deliveries.complaint(registration()));
        Map<String, Object> form = desk.open(DeliveryNavigator.CLERK, task(telling));
        assertThat(form)
                .containsEntry("messageChannel", "Telephone")
                .containsEntry("messageTo", PHONE)
                .containsEntry("messageSubject", "We have received your complaint " + telling.getBusinessKey())
                .doesNotContainKeys("deliveryOutcome", "deliveryRemark");
        assertThat((String) form.get("messageText"))
                .startsWith("Dear 李明,")
                .contains("You will hear from us by Monday 2 March 2026, 10:00.");
    }

    @Test
    void knowsNothingPersonalInTheEngine() {
        ProcessInstance telling = deliveries.atTellTheCustomer(deliveries.complaint(registration()));
        assertThat(runtime.getVariables(telling.getId()).keySet())
                .containsExactlyInAnyOrder("caseId", "number", "site", "severity", "messageId", "byEmail", "readers");
    }

    @ParameterizedTest
    @CsvSource({
        "told, DELIVERED, endEvent_customerTold",
        "not-reached, UNDELIVERABLE, endEvent_customerNotReached",
        "wrong-number, UNDELIVERABLE, endEvent_numberFoundWrong"
    })
    void recordsWhatCameOfTelling(String outcome, State state, String end) {
        long complaint = deliveries.complaint(registration());
        ProcessInstance telling = deliveries.recorded(deliveries.atTellTheCustomer(complaint), outcome);
        assertThat(telling).hasPassed(end);
        boolean delivered = state == State.DELIVERED;
        assertThat(messages.of(complaint)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(state);
            assertThat(message.outcome()).isEqualTo(outcome);
            assertThat(message.attempts()).isEqualTo(1);
            assertThat(message.deliveredBy()).isEqualTo(delivered ? DeliveryNavigator.CLERK : null);
            assertThat(message.deliveredAt()).isEqualTo(delivered ? clock.instant() : null);
        });
    }

    @Test
    void remembersWhenTheCustomerWasToldNotWhenItWasRecorded() {
        long complaint = deliveries.complaint(registration());
        ProcessInstance telling = deliveries.atRecordOutcome(deliveries.atTellTheCustomer(complaint), "told");
        clock.pass(Duration.ofHours(1));
        execute(job(telling));
        assertThat(messages.of(complaint))
                .extracting(Message::deliveredAt)
                .containsExactly(clock.instant().minus(Duration.ofHours(1)));
    }

    @Test
    void startsAnewWhateverCameOfAnEarlierMessage() {
        long complaint = deliveries.complaint(registration());
        deliveries.recorded(deliveries.atTellTheCustomer(complaint), "not-reached");
        assertThat(desk.open(DeliveryNavigator.CLERK, task(deliveries.atTellTheCustomer(complaint))))
                .doesNotContainKeys("deliveryOutcome", "deliveryRemark");
    }

    @Test
    void letsAGroupReadWhatIsForThem() {
        long complaint = deliveries.complaint(registration());
        ProcessInstance reading = deliveries.atReadTheMessage(complaint, "senior-management");
        assertThat(task(reading)).hasCandidateGroup("senior-management").isNotAssigned();
        assertThat(desk.open("senior-management", task(reading))).containsKeys("messageSubject", "messageText");
        desk.submit("senior-management", task(reading), Map.of("messageRead", true));
        execute(job(reading));
        assertThat(reading).hasPassed("endEvent_messageRead").isEnded();
        assertThat(messages.of(complaint)).singleElement().satisfies(message -> {
            assertThat(message.group()).isEqualTo("senior-management");
            assertThat(message.channel()).isEqualTo(Channel.SITE_MESSAGE);
            assertThat(message.state()).isEqualTo(State.DELIVERED);
            assertThat(message.deliveredBy()).isEqualTo("senior-management");
            assertThat(message.outcome()).isEqualTo("read");
        });
    }

    @Test
    void whoPassesOnAMessageDoesNotHaveTheCase() {
        long complaint = deliveries.complaint(registration());
        deliveries.atReadTheMessage(complaint, "senior-management");
        assertThat(people.groups(complaint)).doesNotContain("senior-management");
        assertThat(people.owners(complaint)).doesNotContain("senior-management");
    }

    @Test
    void anEMailWithoutAMailServerIsToldByAPerson() {
        long complaint = deliveries.complaint(registration("email", "li@example.com"));
        ProcessInstance telling = deliveries.atTellTheCustomer(complaint);
        assertThat(desk.open(DeliveryNavigator.CLERK, task(telling)))
                .containsEntry("messageChannel", "E-mail")
                .containsEntry("messageTo", "li@example.com");
    }

    @Test
    void tellsTheResultInEveryChannelThatTheCustomerGave() {
        long complaint = deliveries.complaint(registration("email", "li@example.com"));
        Map<String, Object> facts = Map.of("result", "过期", "measures", "退款", "basis", "");
        assertThat(messages.toCustomer(complaint, "result-told", facts, clock.instant()))
                .extracting(Message::channel, Message::address)
                .containsExactly(tuple(Channel.E_MAIL, "li@example.com"), tuple(Channel.PHONE, PHONE));
    }

    @Test
    void tellsNothingToACustomerWhoGaveNoContact() {
        long complaint = deliveries.complaint(registration("phone", null));
        assertThat(deliveries.toCustomer(complaint)).isEmpty();
        assertThat(messages.of(complaint)).isEmpty();
    }

    @Test
    void canStillBeToldWhenTheCaseIsClosed() {
        long complaint = deliveries.complaint(registration());
        ProcessInstance telling = deliveries.atTellTheCustomer(complaint);
        complaints.close(complaint, clock.instant());
        deliveries.recorded(telling, "told");
        assertThat(messages.of(complaint)).extracting(Message::state).containsExactly(State.DELIVERED);
    }

    @Test
    void writesNothingWhereTheTextAsksForWhatIsNotKnown() {
        long complaint = deliveries.complaint(registration());
        assertThatThrownBy(() -> messages.toCustomer(complaint, DeliveryNavigator.TEXT, Map.of(), clock.instant()))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining("acknowledgement_en.txt asks for “by”");
        assertThat(messages.of(complaint)).isEmpty();
    }

    @Test
    void isNeitherWrittenNorBegunWhenTheStepThatTellsFails() {
        long complaint = deliveries.complaint(registration());
        String number = complaints.find(complaint).orElseThrow().number();
        transaction.executeWithoutResult(status -> {
            deliveries.toCustomer(complaint);
            status.setRollbackOnly();
        });
        assertThat(messages.of(complaint)).isEmpty();
        assertThat(processInstanceQuery()
                        .processDefinitionKey(DeliveryProcess.KEY)
                        .processInstanceBusinessKey(number)
                        .count())
                .isZero();
    }
}
