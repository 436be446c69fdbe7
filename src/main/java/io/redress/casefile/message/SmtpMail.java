package io.redress.casefile.message;

import io.redress.language.Sentences;
import io.redress.people.StartRefused;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends messages by e-mail, where the installation has named its mail server ({@code spring.mail.host}). */
@Component
public class SmtpMail {

    private final Optional<JavaMailSender> sender;
    private final InternetAddress from;
    private final Sentences sentences;

    /**
     * @param host empty when there is no mail server
     * @param from who writes: an address, or a name and an address
     * @throws StartRefused when there is a mail server, but nobody who writes
     */
    SmtpMail(
            Optional<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            @Value("${redress.message.from:}") String from,
            Sentences sentences) {
        this.sender = sender.filter(configured -> !host.isBlank());
        this.sentences = sentences;
        this.from = this.sender.isPresent() ? sender(from) : null;
    }

    private InternetAddress sender(String from) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(from, true);
            if (addresses.length == 1 && addresses[0].getAddress().contains("@")) {
                addresses[0].setPersonal(addresses[0].getPersonal(), StandardCharsets.UTF_8.name());
                return addresses[0];
            }
        } catch (AddressException | UnsupportedEncodingException e) {
            // Said below.
        }
        throw new StartRefused(sentences.say("message.no-sender", from), sentences.say("message.no-sender-action"));
    }

    /** Whether there is a mail server. */
    boolean configured() {
        return sender.isPresent();
    }

    /** Whether the message can go by itself; all others take a person. */
    public boolean takes(Message message) {
        return sender.isPresent() && message.channel() == Channel.E_MAIL;
    }

    /**
     * Sends the message. Its Message-ID is the same each time, so that a second copy can be known for one.
     *
     * @return whether the server took it; false when it refuses the address for good, or it is not one single address
     * @throws MailNotSent when it may succeed another time
     */
    boolean send(Message message) {
        Optional<InternetAddress> address = single(message.address());
        if (address.isEmpty()) {
            return false;
        }
        JavaMailSender server = sender.orElseThrow(() -> notSent(message, sentences.say("message.not-sent-no-server")));
        try {
            server.send(mail(server, message, address.get()));
            return true;
        } catch (MailSendException e) {
            if (e.getFailedMessages().isEmpty()) {
                // It had been taken; only the farewell failed.
                return true;
            }
            if (refusesAddress(e)) {
                return false;
            }
            throw notSent(message, reason(e));
        } catch (MailException | MessagingException e) {
            throw notSent(message, reason(e));
        }
    }

    private MimeMessage mail(JavaMailSender server, Message message, InternetAddress to) throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        mail.setFrom(from);
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.setHeader("Message-ID", messageId(message));
        mail.setHeader("Content-Language", message.language().code());
        // Tells machines at the other end not to answer.
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private String messageId(Message message) {
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        return "<redress.%d.%d@%s>".formatted(message.id(), message.createdAt().toEpochMilli(), domain);
    }

    /** Nothing when there are several, or the text could break out of its line. */
    private static Optional<InternetAddress> single(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            boolean one = addresses.length == 1
                    && !addresses[0].isGroup()
                    && addresses[0].getAddress().equals(text.strip());
            return one ? Optional.of(addresses[0]) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private static boolean refusesAddress(MailSendException e) {
        return causes(e).stream()
                .anyMatch(cause -> cause instanceof SMTPAddressFailedException refusal
                        && refusal.getReturnCode() >= 500
                        && refusal.getReturnCode() < 600);
    }

    /** The server's code, else what kind of failure it was; the server's own words may hold the address. */
    private static String reason(Exception e) {
        List<Throwable> causes = causes(e);
        return causes.stream()
                .map(SmtpMail::code)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> causes.get(causes.size() - 1).getClass().getSimpleName());
    }

    private static String code(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException refusal) {
            return Integer.toString(refusal.getReturnCode());
        }
        return cause instanceof SMTPSendFailedException refusal ? Integer.toString(refusal.getReturnCode()) : null;
    }

    private static List<Throwable> causes(Exception e) {
        List<Throwable> causes = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(e));
        while (!open.isEmpty()) {
            Throwable cause = open.pop();
            causes.add(cause);
            if (cause instanceof MailSendException several) {
                open.addAll(Arrays.asList(several.getMessageExceptions()));
            }
            // A MessagingException tells its next one as its cause.
            Optional.ofNullable(cause.getCause())
                    .filter(next -> !causes.contains(next))
                    .ifPresent(open::add);
        }
        return causes;
    }

    private MailNotSent notSent(Message message, String reason) {
        return new MailNotSent(sentences.say("message.not-sent", Long.toString(message.id()), reason));
    }
}
