package io.redress.casefile.insurance;

import io.redress.casefile.Answers;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.message.Messages;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms of a claim show of it, and propose. */
@Component
class ClaimAnswers implements Answers {

    /** How the claim stands. */
    private static final FormField<String> LINE = new FormField<>("claimLine", String.class);
    /** Claims of linked cases: of the same accident, perhaps. */
    private static final FormField<String> SAME = new FormField<>("sameAccident", String.class);
    /** Whose papers were handed over. */
    private static final FormField<String> PAPERS = new FormField<>("papersHandedOver", String.class);
    /** How much is missing. */
    private static final FormField<String> SHORTFALL = new FormField<>("shortfallLine", String.class);

    private static final Set<String> KEYS = Stream.of(
                    LINE,
                    SAME,
                    PAPERS,
                    SHORTFALL,
                    ClaimFields.REPORT_TEXT,
                    ClaimFields.NUMBER,
                    ClaimFields.REQUIREMENTS,
                    ClaimFields.CLAIMED,
                    ClaimFields.ACCEPTED,
                    ClaimFields.PAYOUT_AMOUNT)
            .map(FormField::key)
            .collect(Collectors.toSet());

    private final InsuranceClaims claims;
    private final ClaimFormatter formatter;
    private final Messages messages;
    private final Complaints complaints;
    private final Insurer insurer;
    private final Sentences sentences;

    ClaimAnswers(
            InsuranceClaims claims,
            ClaimFormatter formatter,
            Messages messages,
            Complaints complaints,
            Insurer insurer,
            Sentences sentences) {
        this.claims = claims;
        this.formatter = formatter;
        this.messages = messages;
        this.complaints = complaints;
        this.insurer = insurer;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        // Most forms ask nothing of a claim, and cost nothing for it.
        Optional<InsuranceClaim> found =
                KEYS.stream().anyMatch(keys::contains) ? claims.of(complaintId) : Optional.empty();
        if (found.isEmpty()) {
            return answers;
        }
        InsuranceClaim claim = found.get();
        if (keys.contains(LINE.key())) {
            answers.put(LINE.key(), formatter.line(claim));
        }
        if (keys.contains(ClaimFields.REPORT_TEXT.key())) {
            propose(claim, answers);
        }
        if (keys.contains(ClaimFields.NUMBER.key()) && claim.number() != null) {
            answers.put(ClaimFields.NUMBER.key(), claim.number());
        }
        if (keys.contains(ClaimFields.REQUIREMENTS.key()) && claim.requirements() != null) {
            answers.put(ClaimFields.REQUIREMENTS.key(), claim.requirements());
        }
        if (keys.contains(ClaimFields.CLAIMED.key())) {
            answers.put(ClaimFields.CLAIMED.key(), claims.lost(complaintId));
        }
        if (keys.contains(ClaimFields.ACCEPTED.key()) && claim.claimed() != null) {
            answers.put(ClaimFields.ACCEPTED.key(), claim.expected(claim.claimed()));
        }
        if (keys.contains(ClaimFields.PAYOUT_AMOUNT.key()) && claim.accepted() != null) {
            answers.put(ClaimFields.PAYOUT_AMOUNT.key(), claim.accepted().subtract(claims.paid(claim)));
            answers.put(ClaimFields.PAYOUT_TO.key(), "house");
        }
        if (keys.contains(PAPERS.key())) {
            answers.put(PAPERS.key(), formatter.papers(claim));
        }
        if (keys.contains(SHORTFALL.key()) && claim.shortfall() != null) {
            answers.put(SHORTFALL.key(), formatter.shortfall(claim));
        }
        return answers;
    }

    /** The report as it would be written, and where it goes; what is of the same accident has a number already. */
    private void propose(InsuranceClaim claim, Map<String, Object> answers) {
        InsurancePolicy policy = claims.policy(claim);
        List<InsuranceClaim> same = claims.linked(claim.complaintId());
        Map<String, Object> core = complaints.core(claim.complaintId());
        Map<String, Object> facts = MailedInsurer.facts(claim, policy, null);
        facts.put("description", Objects.toString(core.get(CoreField.DESCRIPTION.key()), ""));
        facts.put("claimed", core.get(CoreField.AMOUNT_CLAIMED.key()) instanceof BigDecimal sum ? sum.setScale(2) : "");
        facts.put("persons", formatter.persons(claim, same));
        answers.put(ClaimFields.REPORT_TEXT.key(), messages.text(claim.complaintId(), "insurer-report-draft", facts));
        answers.put(ClaimFields.REPORT_EMAIL.key(), policy.email());
        if (insurer.reachable(policy)) {
            // Whoever tells the insurer otherwise says so.
            answers.put(ClaimFields.REPORTED_BY.key(), "e-mail");
        }
        same.stream()
                .filter(other -> other.policy().equals(claim.policy()) && other.number() != null)
                .findFirst()
                .ifPresent(other -> {
                    answers.put(ClaimFields.NUMBER.key(), other.number());
                    answers.put(SAME.key(), sentences.say("claim.same-accident", other.number()));
                });
    }
}
