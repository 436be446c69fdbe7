package io.redress.casefile.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.StartRefused;
import io.redress.testing.ScriptedMailServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpMailTest {

    private static final String HOST = "127.0.0.1";
    private static final String CUSTOMER = "li.ming@example.com";
    private static final Sentences SENTENCES = new Sentences(Language.EN);

    @RegisterExtension
    private final GreenMailExtension greenMail = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @ParameterizedTest
    @CsvSource({
        "EN, en, We have received your complaint C-20260302-0001, Thank you – we apologise.",
        "ZH, zh, 您的投诉 C-20260302-0001 已受理, 感谢您告知我们。"
    })
    void sendsPlainTextInTheLanguageOfTheMessage(Language language, String code, String subject, String text)
            throws Exception {
        assertThat(mail(greenMail.getSmtp().getPort()).send(message(CUSTOMER, language, subject, text + "\n.\n第二行")))
                .isTrue();
        MimeMessage[] received = greenMail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo(subject);
        assertThat(received[0].getContentType())
                .containsIgnoringCase("text/plain")
                .containsIgnoringCase("utf-8");
        assertThat(received[0].getContent().toString().strip().replace("\r", ""))
                .isEqualTo(text + "\n.\n第二行");
        assertThat(received[0].getAllRecipients()).extracting(Object::toString).containsExactly(CUSTOMER);
        assertThat(received[0].getFrom()[0].toString()).contains("service@example.com");
        assertThat(received[0].getHeader("Content-Language")).containsExactly(code);
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void givesAMessageTheSameIdEachTimeItIsSent() throws Exception {
        SmtpMail mail = mail(greenMail.getSmtp().getPort());
        mail.send(message(CUSTOMER));
        mail.send(message(CUSTOMER));
        assertThat(greenMail.getReceivedMessages())
                .extracting(received -> received.getHeader("Message-ID")[0])
                .hasSize(2)
                .containsOnly("<redress.17.1772416800000@example.com>");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void takesEMailAndNothingElse(Channel channel) {
        assertThat(mail(1).takes(message(channel))).isEqualTo(channel == Channel.E_MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void takesNothingWithoutAMailServer(String host) {
        SmtpMail mail = new SmtpMail(Optional.of(new JavaMailSenderImpl()), host, "", SENTENCES);
        assertThat(mail.takes(message(Channel.E_MAIL))).isFalse();
        assertThatThrownBy(() -> mail.send(message(CUSTOMER)))
                .isInstanceOf(MailNotSent.class)
                .hasMessageContaining("spring.mail.host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@example.com, b@example.com", "a@example.com\nBcc: b@example.com"})
    void refusesToStartWithAMailServerAndNoSender(String from) {
        assertThatThrownBy(() -> new SmtpMail(Optional.of(new JavaMailSenderImpl()), HOST, from, SENTENCES))
                .isInstanceOf(StartRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "li@example.com\r\nBcc: everybody@example.com",
                "li@example.com\nSubject: other",
                "li@example.com\u0000",
                "li@example.com, wang@example.com",
                "li@example.com wang@example.com",
                "Li Ming <li@example.com>",
                "team: li@example.com, wang@example.com;",
                "not an address",
                "@example.com",
                ""
            })
    void refusesWhatIsNotOneSingleAddress(String address) {
        try (ScriptedMailServer server = ScriptedMailServer.answering("QUIT", "221 bye")) {
            assertThat(mail(server.port()).send(message(address))).isFalse();
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void isNotAcceptedWhereTheServerRefusesTheAddressForGood() {
        try (ScriptedMailServer server = ScriptedMailServer.answering("RCPT", "550 no such user " + CUSTOMER)) {
            assertThat(mail(server.port()).send(message(CUSTOMER))).isFalse();
            assertThat(server.asked()).noneMatch(command -> command.equals("DATA"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 try later li.ming@example.com, 451",
        "MAIL, 530 log in first li.ming@example.com, 530",
        "TEXT, 452 disk full li.ming@example.com, 452",
        "GREETING, 554 go away li.ming@example.com, MailSendException|MessagingException"
    })
    void saysToTryAgainAndNothingOfTheCustomerWhereTheServerFails(String command, String answer, String reason) {
        try (ScriptedMailServer server = ScriptedMailServer.answering(command, answer)) {
            assertThatThrownBy(() -> mail(server.port()).send(message(CUSTOMER)))
                    .isInstanceOf(MailNotSent.class)
                    .hasMessageMatching("Message 17 was not taken by the mail server: (" + reason + ")")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedMailServer.GREETING, "RCPT", ScriptedMailServer.TEXT})
    void doesNotWaitForAServerThatNeverAnswers(String command) {
        try (ScriptedMailServer server = ScriptedMailServer.answering(command, ScriptedMailServer.SILENCE)) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatThrownBy(() -> mail(server.port()).send(message(CUSTOMER)))
                            .isInstanceOf(MailNotSent.class)
                            .hasMessageContaining("SocketTimeoutException"));
        }
    }

    @Test
    void saysToTryAgainWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> mail(port).send(message(CUSTOMER)))
                .isInstanceOf(MailNotSent.class)
                .hasMessageContaining("ConnectException");
    }

    @Test
    void isSentOnceTheServerHasTakenItEvenIfItHangsUpThen() {
        try (ScriptedMailServer server =
                ScriptedMailServer.answering(ScriptedMailServer.TEXT, "250 taken" + ScriptedMailServer.HANG_UP)) {
            assertThat(mail(server.port()).send(message(CUSTOMER))).isTrue();
        }
    }

    private static SmtpMail mail(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(HOST);
        sender.setPort(port);
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", "3000");
        properties.setProperty("mail.smtp.timeout", "3000");
        properties.setProperty("mail.smtp.writetimeout", "3000");
        properties.setProperty("mail.smtp.quitwait", "false");
        return new SmtpMail(Optional.of(sender), HOST, "客服中心 <service@example.com>", SENTENCES);
    }

    private static Message message(String address) {
        return message(address, Language.EN, "Subject", "Text");
    }

    private static Message message(Channel channel) {
        return message(null, channel, CUSTOMER, Language.EN, "Subject", "Text");
    }

    private static Message message(String address, Language language, String subject, String text) {
        return message(null, Channel.E_MAIL, address, language, subject, text);
    }

    private static Message message(
            String group, Channel channel, String address, Language language, String subject, String text) {
        return new Message(
                17,
                1,
                group,
                address,
                channel,
                language,
                "acknowledgement",
                subject,
                text,
                Message.State.WAITING,
                0,
                Instant.parse("2026-03-02T02:00:00Z"),
                null,
                null,
                null);
    }
}
