package io.redress.casefile.insurance;

import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** An insurer that gets e-mail; where there is no mail server or no address, whoever speaks to it is told what to say. */
@Component
class MailedInsurer implements Insurer {

    private final Messages messages;

    MailedInsurer(Messages messages) {
        this.messages = messages;
    }

    @Override
    public boolean reachable(InsurancePolicy policy) {
        return policy.email() != null && messages.mails();
    }

    @Override
    public void write(
            InsuranceClaim claim, InsurancePolicy policy, Letter letter, String address, String text, Instant now) {
        String template = "insurer-" + letter.name().toLowerCase(Locale.ROOT);
        String to = address == null ? policy.email() : address;
        long id = claim.complaintId();
        boolean unread = letter == Letter.REMINDER
                && messages.of(id).stream()
                        .anyMatch(one -> one.template().equals(template) && one.state() == Message.State.WAITING);
        if (!unread) {
            messages.toAddress(
                    id, claim.reporter(), messages.mails() ? to : null, template, facts(claim, policy, text), now);
        }
    }

    static Map<String, Object> facts(InsuranceClaim claim, InsurancePolicy policy, String text) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("insurer", policy.insurer());
        facts.put("policy", policy.number());
        facts.put("contact", Objects.toString(policy.contact(), ""));
        facts.put("phone", Objects.toString(policy.phone(), ""));
        facts.put("claim", Objects.toString(claim.number(), ""));
        facts.put("text", Objects.toString(text, ""));
        return facts;
    }
}
