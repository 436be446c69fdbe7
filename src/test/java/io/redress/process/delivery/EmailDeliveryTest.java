package io.redress.process.delivery;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.jobQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.message.MailNotSent;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Message.State;
import io.redress.casefile.message.Messages;
import io.redress.testing.AtOnce;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.ScriptedMailServer;
import io.redress.testing.Stored;
import io.redress.testing.TestClock;
import io.redress.testing.WholeCase;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private ManagementService management;

    @Autowired
    private TransactionTemplate transaction;

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
        DeliveryNavigator.sendAndRecord(delivery);
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
        messages.send(complaint, messages.of(complaint).get(0).id(), clock.instant());
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void takesAPersonWhereTheServerRefusesTheAddress() {
        try (ScriptedMailServer refusing = ScriptedMailServer.answering("RCPT", "550 unknown")) {
            server.setPort(refusing.port());
            long complaint = complaint();
            ProcessInstance delivery = deliveries.atSendMessage(complaint);
            DeliveryNavigator.sendAndRecord(delivery);
            assertThat(delivery).isWaitingAt("userTask_tellTheCustomer");
            assertThat(messages.of(complaint))
                    .extracting(Message::state, Message::outcome)
                    .containsExactly(tuple(State.UNDELIVERABLE, "address-refused"));
            assertThat(desk.open(DeliveryNavigator.CLERK, task(delivery)))
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
        DeliveryNavigator.sendAndRecord(delivery);
        assertThat(delivery).isEnded();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(messages.of(complaint)).extracting(Message::attempts).containsExactly(2);
    }

    @Test
    void meetsTheDeadlineByWhenItWentNotByWhenThatIsRecorded() {
        Map<String, Object> letter = registration("email", ADDRESS);
        letter.put("channel", "letter");
        long complaint = deliveries.complaint(letter);
        execute(job("serviceTask_registerComplaint", intake(complaint)));
        execute(WholeCase.job("serviceTask_sendAcknowledgement", intake(complaint)));
        ProcessInstance delivery = deliveries.delivery(messages.of(complaint).get(0));
        Instant sent = clock.instant();
        DeliveryNavigator.send(delivery);
        assertThat(acknowledge(complaint).state()).isEqualTo(DeadlineState.RUNNING);
        clock.pass(Duration.ofDays(3));
        DeliveryNavigator.record(delivery);
        assertThat(acknowledge(complaint).state()).isEqualTo(DeadlineState.MET);
        assertThat(acknowledge(complaint).endedAt()).isEqualTo(sent);
    }

    @Test
    void isNeitherSentNorRecordedByTheDeliveryOfAnotherCase() throws Exception {
        long other = complaint();
        ProcessInstance sent = deliveries.atSendMessage(other);
        ProcessInstance delivery = deliveries.atSendMessage(complaint());
        runtimeService()
                .setVariable(
                        delivery.getId(), "messageId", messages.of(other).get(0).id());
        assertThatThrownBy(() -> DeliveryNavigator.send(delivery)).hasMessageContaining("has no message");
        assertThat(greenMail.getReceivedMessages()).isEmpty();
        DeliveryNavigator.send(sent);
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> messages.recordSent(
                        complaint(), messages.of(other).get(0).id()))
                .hasMessageContaining("has no message");
        assertThatThrownBy(() ->
                        messages.record(complaint(), messages.of(other).get(0).id(), delivery.getId()))
                .hasMessageContaining("has no message");
    }

    @Test
    void doesNotLeaveWhereTheStepFailsBesides() {
        long complaint = complaint();
        long message = deliveries.toCustomer(complaint).get(0).id();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    messages.send(complaint, message, clock.instant());
                    throw new OptimisticLockingException("met another");
                }))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(greenMail.getReceivedMessages()).isEmpty();
        assertThat(messages.of(complaint)).extracting(Message::attempts).containsExactly(0);
    }

    @Test
    void doesNotLeaveTwiceWhereTwoTakeTheStepAtOnce() throws Exception {
        ProcessInstance delivery = deliveries.atSendMessage(complaint());
        String job = job("serviceTask_sendMessage", delivery).getId();
        Callable<?> take = () -> {
            management.executeJob(job);
            return "sent";
        };
        assertThat(AtOnce.outcomes(List.of(take, take, take))).containsOnlyOnce("sent");
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    /** Between the server's yes and what we store of it. */
    @Test
    void isRepeatedWithTheSameIdAfterACrash() throws Exception {
        long complaint = complaint();
        ProcessInstance delivery = deliveries.atSendMessage(complaint);
        long message = messages.of(complaint).get(0).id();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    messages.send(complaint, message, clock.instant());
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            throw new IllegalStateException("killed");
                        }
                    });
                }))
                .hasMessage("killed");
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(messages.of(complaint)).extracting(Message::state).containsExactly(State.WAITING);
        DeliveryNavigator.sendAndRecord(delivery);
        assertThat(delivery).isEnded();
        MimeMessage[] copies = greenMail.getReceivedMessages();
        assertThat(copies).hasSize(2);
        assertThat(copies[1].getMessageID()).isEqualTo(copies[0].getMessageID());
        assertThat(messages.of(complaint))
                .extracting(Message::state, Message::attempts)
                .containsExactly(tuple(State.DELIVERED, 2));
    }

    @Test
    void isRepeatedWithTheSameIdWhereTheServerAnswersTooLate() {
        try (ScriptedMailServer late =
                ScriptedMailServer.answering(ScriptedMailServer.TEXT, ScriptedMailServer.SILENCE, "250 fine")) {
            server.setPort(late.port());
            ProcessInstance delivery = deliveries.atSendMessage(complaint());
            assertThatThrownBy(() -> DeliveryNavigator.send(delivery)).isInstanceOf(MailNotSent.class);
            assertThat(delivery).isWaitingAt("serviceTask_sendMessage");
            DeliveryNavigator.sendAndRecord(delivery);
            assertThat(delivery).isEnded();
            assertThat(late.messageIds()).hasSize(2);
            assertThat(Set.copyOf(late.messageIds())).hasSize(1);
        }
    }

    @Test
    void aRefusedLetterToSomebodyOutsideIsForWhoeverWritesToThem() {
        try (ScriptedMailServer refusing = ScriptedMailServer.answering("RCPT", "550 unknown")) {
            server.setPort(refusing.port());
            long complaint = complaint();
            ProcessInstance delivery = deliveries.atSendMessage(complaint, "insurance-officer", ADDRESS);
            DeliveryNavigator.sendAndRecord(delivery);
            assertThat(delivery).isWaitingAt("userTask_readTheMessage");
            assertThat(task(delivery)).hasCandidateGroup("insurance-officer");
            assertThat(desk.open("insurance-officer", task(delivery)))
                    .hasEntrySatisfying(
                            "messageText",
                            text -> assertThat(text.toString())
                                    .contains("The mail server does not take this letter to " + ADDRESS));
        }
    }

    @Test
    void leavesOnceWhereTheServerRefusesFirstAndThenTakesIt() {
        try (ScriptedMailServer busy = ScriptedMailServer.answering("RCPT", "450 busy", "250 fine")) {
            server.setPort(busy.port());
            ProcessInstance delivery = deliveries.atSendMessage(complaint());
            assertThatThrownBy(() -> DeliveryNavigator.send(delivery)).isInstanceOf(MailNotSent.class);
            DeliveryNavigator.sendAndRecord(delivery);
            assertThat(delivery).isEnded();
            assertThat(busy.messageIds()).hasSize(1);
        }
    }

    @Test
    void leavesOnceWhereTheServerTakesItAndHangsUp() {
        try (ScriptedMailServer abrupt =
                ScriptedMailServer.answering(ScriptedMailServer.TEXT, "250 taken" + ScriptedMailServer.HANG_UP)) {
            server.setPort(abrupt.port());
            ProcessInstance delivery = deliveries.atSendMessage(complaint());
            DeliveryNavigator.sendAndRecord(delivery);
            assertThat(delivery).isEnded();
            assertThat(abrupt.messageIds()).hasSize(1);
        }
    }

    private ProcessInstance intake(long complaint) {
        return processInstanceQuery()
                .processDefinitionKey("complaint-handling")
                .variableValueEquals("caseId", complaint)
                .singleResult();
    }

    private Deadline acknowledge(long complaint) {
        return deadlines.of(complaint).stream()
                .filter(one -> one.kind().equals("ACKNOWLEDGE"))
                .findAny()
                .orElseThrow();
    }

    private long complaint() {
        return deliveries.complaint(registration("email", ADDRESS));
    }
}
