package io.redress.process.delivery;

import static io.redress.testing.Cases.START;
import static io.redress.testing.Complaints.registration;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

/** Letters that were received hours ago: their timers are due at once, beside the steps of their cases. */
@Tag("database")
@RedressServer
@TestPropertySource(properties = {"spring.mail.host=127.0.0.1", "redress.message.from=service@example.com"})
class AcknowledgedOnceIT {

    private static final int CASES = 16;
    private static final String ACKNOWLEDGEMENT = "acknowledgement";

    @RegisterExtension
    private final GreenMailExtension greenMail = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private Cases cases;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Messages messages;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private ManagementService management;

    @Autowired
    private JavaMailSenderImpl server;

    @Test
    void eachCustomerGetsOneAcknowledgement() {
        server.setPort(greenMail.getSmtp().getPort());
        List<Long> registered = new ArrayList<>();
        for (int letter = 0; letter < CASES; letter++) {
            Map<String, Object> fields = registration("email", "customer." + letter + "@example.com");
            fields.put("channel", "letter");
            fields.put("receivedAt", hoursAgo().toString());
            String number = cases.register(START, fields);
            registered.add(complaints.find(number).orElseThrow().id());
        }
        await().atMost(Duration.ofMinutes(3))
                .until(() -> registered.stream().allMatch(this::acknowledged) && nothingFails());
        cases.settle();
        Map<String, Long> mails = Stream.of(greenMail.getReceivedMessages())
                .filter(AcknowledgedOnceIT::acknowledges)
                .collect(groupingBy(AcknowledgedOnceIT::to, counting()));
        assertThat(mails).hasSize(CASES);
        assertThat(mails.values()).as("mails for each case: %s", mails).containsOnly(1L);
        assertThat(registered)
                .allSatisfy(id -> assertThat(acknowledgement(id))
                        .singleElement()
                        .satisfies(told -> {
                            assertThat(told.attempts()).isEqualTo(1);
                            assertThat(met(id)).isEqualTo(told.deliveredAt().truncatedTo(ChronoUnit.SECONDS));
                        }));
    }

    private static Instant hoursAgo() {
        return Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean acknowledged(long id) {
        return met(id) != null;
    }

    /** What failed once waits for half a minute, perhaps only to tell again. */
    private boolean nothingFails() {
        return management.createJobQuery().withException().count() == 0;
    }

    private Instant met(long id) {
        return deadlines.of(id).stream()
                .filter(deadline -> deadline.kind().equals("ACKNOWLEDGE"))
                .map(Deadline::endedAt)
                .filter(Objects::nonNull)
                .findAny()
                .orElse(null);
    }

    private List<Message> acknowledgement(long id) {
        return messages.of(id).stream()
                .filter(message -> message.template().equals(ACKNOWLEDGEMENT))
                .toList();
    }

    private static boolean acknowledges(MimeMessage mail) {
        try {
            return mail.getSubject().startsWith("We have received your complaint");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
