package io.redress.process.delivery;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.jobQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.redress.complaint.Complaints;
import io.redress.message.MailNotSent;
import io.redress.message.Message;
import io.redress.message.Message.State;
import io.redress.message.Messages;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.ScriptedMailServer;
import io.redress.testing.Stored;
import io.redress.testing.TestClock;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

/** With a mail server. */
@ProcessTest
@Import(Stored.class)
@TestPropertySource(
        properties = {
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.timeout=500",
            "redress.message.from=service@example.com"
        })
class EmailDeliveryTest {

    private static final String ADDRESS = "li.ming@example.com";
    private static final int TRIES = 5;

    @RegisterExtension
    private final GreenMailExtension greenMail = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private final Desk desk;
    private final Messages messages;
    private final TestClock clock;
    private final Stored stored;
    private final JavaMailSenderImpl server;
    private final DeliveryNavigator deliveries;

    EmailDeliveryTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired Messages messages,
            @Autowired TestClock clock,
            @Autowired Stored stored,
            @Autowired JavaMailSenderImpl server) {
        this.desk = desk;
        this.messages = messages;
        this.clock = clock;
        this.stored = stored;
        this.server = server;
        this.deliveries = new DeliveryNavigator(desk, complaints, messages, clock);
    }

    @BeforeEach
    void theServerIsThere() {
        server.setPort(greenMail.getSmtp().getPort());
    }

    @Test
    void hasTimeoutsThatHoldNobodyUp() {
        assertThat(server.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtp.writetimeout", "10000");
    }

    @Test
    void isWrittenBeforeItIsSent() {
        long complaint = complaint();
        deliveries.atSendMessage(complaint);
        assertThat(messages.of(complaint)).extracting(Message::state).containsExactly(State.WAITING);
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void goesByItself() throws Exception {
        long complaint = complaint();
        ProcessInstance delivery = deliveries.atSendMessage(complaint);
        DeliveryNavigator.send(delivery);
        assertThat(delivery).hasPassed("endEvent_messageDelivered").isEnded();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(greenMail.getReceivedMessages()[0].getSubject()).contains(delivery.getBusinessKey());
        assertThat(messages.of(complaint)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(State.DELIVERED);
            assertThat(message.outcome()).isEqualTo("sent");
            assertThat(message.attempts()).isEqualTo(1);
            assertThat(message.deliveredAt()).isEqualTo(clock.instant());
            assertThat(message.deliveredBy()).isEqualTo("redress");
        });
    }

    @Test
    void isNotSentAgainOnceItIsDelivered() {
        long complaint = complaint();
        DeliveryNavigator.send(deliveries.atSendMessage(complaint));
        assertThat(messages.send(messages.of(complaint).get(0).id(), clock.instant()))
                .isTrue();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void takesAPersonWhereTheServerRefusesTheAddress() {
        try (ScriptedMailServer refusing = ScriptedMailServer.answering("RCPT", "550 unknown")) {
            server.setPort(refusing.port());
            long complaint = complaint();
            ProcessInstance delivery = deliveries.atSendMessage(complaint);
            DeliveryNavigator.send(delivery);
            assertThat(delivery).isWaitingAt("userTask_tellTheCustomer");
            assertThat(messages.of(complaint))
                    .extracting(Message::state, Message::outcome)
                    .containsExactly(tuple(State.UNDELIVERABLE, "address-refused"));
            assertThat(desk.open(DeliveryNavigator.CLERK, task(delivery)))
                    .containsEntry("phone", DeliveryNavigator.PHONE)
                    .containsEntry("messageTo", ADDRESS)
                    .hasEntrySatisfying(
                            "messageChannel", by -> assertThat(by.toString()).contains("refused the address"));
            deliveries.recorded(delivery, "told");
            assertThat(messages.of(complaint))
                    .extracting(Message::state, Message::attempts)
                    .containsExactly(tuple(State.DELIVERED, 2));
        }
    }

    @Test
    void becomesAnIncidentWhereTheServerStaysSilentAndTellsTheEngineNothingPersonal() {
        try (ScriptedMailServer silent = ScriptedMailServer.answering("RCPT", ScriptedMailServer.SILENCE)) {
            server.setPort(silent.port());
            long complaint = complaint();
            ProcessInstance delivery = deliveries.atSendMessage(complaint);
            for (int tries = 1; tries <= TRIES; tries++) {
                assertThat(job(delivery).getRetries())
                        .as("retries before try %s", tries)
                        .isPositive();
                assertThatThrownBy(() -> DeliveryNavigator.send(delivery)).isInstanceOf(MailNotSent.class);
                assertThat(messages.of(complaint))
                        .extracting(Message::state, Message::attempts)
                        .containsExactly(tuple(State.WAITING, tries));
            }
            assertThat(runtimeService()
                            .createIncidentQuery()
                            .processInstanceId(delivery.getId())
                            .list())
                    .singleElement()
                    .satisfies(incident -> assertThat(incident.getIncidentMessage())
                            .contains("was not taken by the mail server: SocketTimeoutException"));
            assertThat(stored.engineTablesWith(List.of(ADDRESS, "李明", "Dear "))).isEmpty();
        }
    }

    @Test
    void goesOnOnceTheServerIsBack() {
        long complaint = complaint();
        ProcessInstance delivery = deliveries.atSendMessage(complaint);
        server.setPort(1);
        assertThatThrownBy(() -> DeliveryNavigator.send(delivery)).isInstanceOf(MailNotSent.class);
        theServerIsThere();
        assertThat(jobQuery().processInstanceId(delivery.getId()).singleResult().getRetries())
                .isPositive();
        DeliveryNavigator.send(delivery);
        assertThat(delivery).isEnded();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(messages.of(complaint)).extracting(Message::attempts).containsExactly(2);
    }

    private long complaint() {
        return deliveries.complaint(registration("email", ADDRESS));
    }
}
