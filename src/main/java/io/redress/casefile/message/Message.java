package io.redress.casefile.message;

import io.redress.language.Language;
import java.time.Instant;

/**
 * Something told to the customer of a case or to a group of colleagues, and how far it has come.
 *
 * @param group the group that is to read it; null when it is for the customer
 * @param address the customer's e-mail address or phone number, or that of somebody outside whom the group tells where the letter is refused; null
 *     for a group alone
 * @param template the name of the text it was written from
 * @param text plain text, lines separated by {@code \n}
 * @param attempts how often somebody or the mail server was tried
 * @param deliveredAt null until delivered
 * @param deliveredBy the login of whoever told it, or {@code redress} for what went by e-mail; null until delivered
 * @param outcome one of {@link Outcome}'s codes; null while it is waiting
 */
public record Message(
        long id,
        long complaintId,
        String group,
        String address,
        Channel channel,
        Language language,
        String template,
        String subject,
        String text,
        State state,
        int attempts,
        Instant createdAt,
        Instant deliveredAt,
        String deliveredBy,
        String outcome) {

    /** How far a message has come. One that can't be delivered may still be, by another way. */
    public enum State {
        WAITING,
        DELIVERED,
        UNDELIVERABLE
    }

    public boolean toGroup() {
        return group != null;
    }
}
