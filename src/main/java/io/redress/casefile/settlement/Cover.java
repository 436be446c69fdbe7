package io.redress.casefile.settlement;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.insurance.InsurancePolicy;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether a policy covers a claim: one that holds on its day, where the claim is not below the excess. */
@Component
class Cover {

    /** Which policy that is, or that there is none. */
    static final FormField<String> POLICY = new FormField<>("policyLine", String.class);

    private final InsurancePolicies policies;
    private final InsuranceClaims claims;
    private final Complaints complaints;
    private final Sentences sentences;

    Cover(InsurancePolicies policies, InsuranceClaims claims, Complaints complaints, Sentences sentences) {
        this.policies = policies;
        this.claims = claims;
        this.complaints = complaints;
        this.sentences = sentences;
    }

    /** @throws RefusedCase when none holds on the day of the claim, or what the case claims of its insurer is claimed already */
    InsurancePolicy policy(Responsibility judged) {
        if (claimed(judged.complaintId())) {
            throw new RefusedCase(sentences.say("responsibility.claimed-already"));
        }
        Complaint complaint = complaints.find(judged.complaintId()).orElseThrow();
        return policies.holding(complaint, judged.kind())
                .orElseThrow(
                        () -> new RefusedCase(sentences.say("responsibility.no-policy", day(policies.day(complaint)))));
    }

    /** Says which policy holds, and proposes by it whether the claim is covered. */
    void propose(Responsibility judged, Map<String, Object> answers) {
        Complaint complaint = complaints.find(judged.complaintId()).orElseThrow();
        Optional<InsurancePolicy> policy = policies.holding(complaint, judged.kind());
        boolean below = policy.filter(
                        found -> asked(judged).filter(found::keeps).isPresent())
                .isPresent();
        boolean claimed = claimed(judged.complaintId());
        answers.put(Responsibilities.COVERED.key(), policy.isPresent() && !below && !claimed ? "yes" : "no");
        if (claimed) {
            answers.put(POLICY.key(), sentences.say("responsibility.claimed-already"));
            return;
        }
        String day = day(policies.day(complaint));
        answers.put(
                POLICY.key(),
                policy.map(found ->
                                line(found, day) + (below ? "\n" + sentences.say("responsibility.below-excess") : ""))
                        .orElseGet(() -> sentences.say("responsibility.policy-none", day)));
    }

    /** Never two claims for one case. */
    private boolean claimed(long complaintId) {
        return claims.of(complaintId).filter(claim -> !claim.takesMore()).isPresent();
    }

    private Optional<BigDecimal> asked(Responsibility judged) {
        return Optional.ofNullable(
                (BigDecimal) complaints.core(judged.complaintId()).get(CoreField.AMOUNT_CLAIMED.key()));
    }

    private String line(InsurancePolicy policy, String day) {
        return sentences.say(
                "responsibility.policy",
                Stream.of(policy.insurer(), policy.name())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                policy.number(),
                day(policy.from()),
                day(policy.to()),
                policy.excess(),
                policy.caseLimit(),
                day);
    }

    private String day(LocalDate day) {
        DateTimeFormatter format = sentences.language().day();
        return format.format(day);
    }
}
