package io.redress.process.delivery;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Message.State;
import io.redress.casefile.message.Messages;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

/** Messages on their way as in life: with a mail server, with jobs that run by themselves, and with clerks. */
@RedressServer
@TestPropertySource(properties = {"spring.mail.host=127.0.0.1", "redress.message.from=service@example.com"})
class MessageDeliveryIT {

    private static final String ADDRESS = "zhuge.liang@example.com";
    private static final String CLERK = "customer-service";

    @RegisterExtension
    private final GreenMailExtension greenMail = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Stored stored;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Messages messages;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JavaMailSenderImpl server;

    @Test
    void anEMailGoesByItselfAndLeavesNothingPersonalInTheEngine() throws Exception {
        server.setPort(greenMail.getSmtp().getPort());
        long complaint = complaint("email", ADDRESS);
        messages.toCustomer(complaint, "acknowledgement", Map.of("by", Instant.now()), Instant.now());
        await().until(() -> messages.of(complaint).get(0).state() == State.DELIVERED);
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(greenMail.getReceivedMessages()[0].getContent().toString()).startsWith("Dear 李明,");
        assertThat(messages.of(complaint)).extracting(Message::attempts).containsExactly(1);
        assertThat(stored.engineTablesWith(List.of(ADDRESS, "李明", "Dear "))).isEmpty();
    }

    @Test
    void aClerkReadsTheTextOutAndSaysWhatCameOfIt() {
        long complaint = complaint("phone", "13511112222");
        Message message = messages.toCustomer(complaint, "thanks", Map.of(), Instant.now())
                .get(0);
        Task telling = tasks.createTaskQuery()
                .processDefinitionKey(DeliveryProcess.KEY)
                .processVariableValueEquals("messageId", message.id())
                .singleResult();
        String path = "/engine-rest/task/" + telling.getId();
        JsonNode form = rest.get(CLERK, path + "/form-variables").body();
        assertThat(form.at("/messageText/value").asText()).isEqualTo(message.text());
        assertThat(form.at("/messageTo/value").asText()).isEqualTo("13511112222");
        assertThat(rest.submit(CLERK, path, Map.of("deliveryOutcome", "told", "deliveryRemark", "客户表示感谢"))
                        .status())
                .isEqualTo(204);
        await().until(() -> messages.of(complaint).get(0).state() == State.DELIVERED);
        assertThat(messages.of(complaint))
                .extracting(Message::deliveredBy, Message::outcome)
                .containsExactly(tuple(CLERK, "told"));
        assertThat(stored.engineTablesWith(List.of("13511112222", "李明", "客户表示感谢", "Dear ")))
                .isEmpty();
    }

    private long complaint(String key, Object value) {
        return complaints
                .find(cases.register(Cases.START, registration(key, value)))
                .orElseThrow()
                .id();
    }
}
