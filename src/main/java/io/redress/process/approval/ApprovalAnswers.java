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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What whoever signs for money signs for: each sum, who asks for it and why, and what the limits look at; and whether an insurer has consented. */
@Component
class ApprovalAnswers implements Answers {

    /** A line for each sum. */
    private static final FormField<String> LINE = new FormField<>("approvalLine", String.class);

    private final Ledger ledger;
    private final Approvals approvals;
    private final Settlements settlements;
    private final InsuranceClaims claims;
    private final ClaimFormatter formatter;
    private final Members members;
    private final Sentences sentences;

    ApprovalAnswers(
            Ledger ledger,
            Approvals approvals,
            Settlements settlements,
            InsuranceClaims claims,
            ClaimFormatter formatter,
            Members members,
            Sentences sentences) {
        this.claims = claims;
        this.formatter = formatter;
        this.ledger = ledger;
        this.approvals = approvals;
        this.settlements = settlements;
        this.members = members;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        if (!keys.contains(LINE.key())) {
            return Map.of();
        }
        Optional<Long> advance = step.get(ApprovalProcess.ADVANCE_ID.name()) instanceof BigDecimal id
                ? Optional.of(id.longValue())
                : Optional.empty();
        List<Payment> offered = approvals.asked(complaintId, advance);
        // Which one an earlier card was about says nothing of this one.
        Map<String, Object> answers = new HashMap<>();
        answers.put(
                ApprovalProcess.ADVANCE.key(), advance.map(BigDecimal::valueOf).orElse(null));
        if (offered.isEmpty()) {
            answers.put(LINE.key(), sentences.say("approval.nothing"));
            return answers;
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
        answers.put(LINE.key(), String.join("\n", lines));
        return answers;
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
