package io.redress.process.approval;

import io.redress.casefile.Answers;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFormatter;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.casefile.settlement.Settlements;
import io.redress.language.Sentences;
import io.redress.people.Members;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What whoever signs for money signs for: each sum, who asks for it and why, and what the limits look at; and whether an insurer has consented. */
@Component
class ApprovalAnswers implements Answers {

    /** A line for each sum. */
    private static final FormField<String> LINE = new FormField<>("approvalLine", String.class);

    private final Ledger ledger;
    private final Settlements settlements;
    private final InsuranceClaims claims;
    private final ClaimFormatter formatter;
    private final Members members;
    private final Sentences sentences;

    ApprovalAnswers(
            Ledger ledger,
            Settlements settlements,
            InsuranceClaims claims,
            ClaimFormatter formatter,
            Members members,
            Sentences sentences) {
        this.claims = claims;
        this.formatter = formatter;
        this.ledger = ledger;
        this.settlements = settlements;
        this.members = members;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        if (!keys.contains(LINE.key())) {
            return Map.of();
        }
        List<Payment> offered = ledger.toApprove(complaintId);
        if (offered.isEmpty()) {
            return Map.of(LINE.key(), sentences.say("approval.nothing"));
        }
        BigDecimal own =
                offered.stream().map(payment -> payment.offer().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal linked = ledger.linkedSum(complaintId);
        List<String> lines = new ArrayList<>(offered.stream().map(this::line).toList());
        if (linked.compareTo(own) != 0) {
            lines.add(sentences.say("approval.linked", linked));
        }
        settlements
                .elsewhere(complaintId)
                .forEach(other -> lines.add(sentences.say("approval.elsewhere", other.number(), other.amount())));
        if (!claims.losses(complaintId).isEmpty()) {
            claims.of(complaintId).map(formatter::consent).ifPresent(lines::add);
        }
        return Map.of(LINE.key(), String.join("\n", lines));
    }

    private String line(Payment payment) {
        return sentences.say(
                "approval.line",
                payment.offer().amount(),
                sentences.say(
                        "note.paymentKind-" + payment.offer().kind().name().toLowerCase(Locale.ROOT)),
                members.name(payment.offer().requestedBy()),
                payment.offer().purpose());
    }
}
