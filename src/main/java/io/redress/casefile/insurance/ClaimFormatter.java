package io.redress.casefile.insurance;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.money.Party;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A claim in words. */
@Component
public class ClaimFormatter {

    private final InsuranceClaims claims;
    private final Complaints complaints;
    private final Sentences sentences;

    ClaimFormatter(InsuranceClaims claims, Complaints complaints, Sentences sentences) {
        this.claims = claims;
        this.complaints = complaints;
        this.sentences = sentences;
    }

    /** How it stands: policy and contact, number, what the insurer wants and thinks, and what is to be expected of it; a line each. */
    public String line(InsuranceClaim claim) {
        InsurancePolicy policy = claims.policy(claim);
        List<String> lines = new ArrayList<>();
        lines.add(say("claim.line-policy", policy.insurer(), policy.number(), claim.excess(), claim.limit()));
        if (policy.contact() != null || policy.phone() != null || policy.email() != null) {
            lines.add(say(
                    "claim.line-contact",
                    Stream.of(policy.contact(), policy.phone(), policy.email())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" · "))));
        }
        if (claim.number() != null) {
            lines.add(say("claim.line-number", claim.number()));
        }
        if (claim.requirements() != null) {
            lines.add(say("claim.line-requirements", claim.requirements()));
        }
        if (claim.opinion() != null) {
            lines.add(say("claim.line-opinion", say("claim.opinion-" + InsuranceClaims.word(claim.opinion()))));
        }
        BigDecimal lost = claims.lost(claim.complaintId());
        if (lost.signum() > 0) {
            lines.add(say("claim.line-sums", lost, claim.expected(lost)));
        }
        if (claim.claimed() != null) {
            lines.add(say("claim.line-claimed", claim.claimed()));
        }
        if (claim.accepted() != null) {
            lines.add(say("claim.line-accepted", claim.accepted(), claims.paid(claim)));
        }
        return String.join("\n", lines);
    }

    /** Insurer, policy and claim number, as people speak of it. */
    public String name(InsuranceClaim claim) {
        return Stream.of(claims.policy(claim).insurer(), claim.policy(), claim.number())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /** Whether the insurer has consented to the sum, for whoever approves or pays it. */
    public String consent(InsuranceClaim claim) {
        return say(
                "claim.line-consent",
                say("claim.consent-"
                        + (claim.consent() == null ? "not-asked" : InsuranceClaims.word(claim.consent()))));
    }

    /** What was paid to the customer and by whom, payout, repayment and shortfall, a step each. */
    public List<String> chain(InsuranceClaim claim, BigDecimal repaid) {
        List<InsuredLoss> losses = claims.losses(claim.complaintId());
        BigDecimal advanced = InsuranceClaims.advanced(losses);
        BigDecimal ours = InsuranceClaims.lost(losses).subtract(advanced);
        List<String> links = new ArrayList<>();
        if (advanced.signum() > 0) {
            links.add(say("claim.chain-advance", advanced));
        }
        if (ours.signum() > 0) {
            links.add(say("claim.chain-ours", ours));
        }
        if (losses.isEmpty()) {
            links.add(say("claim.chain-nothing"));
        }
        links.add(say("claim.chain-payout", claims.paid(claim)));
        if (advanced.signum() > 0) {
            links.add(say("claim.chain-repaid", repaid));
        }
        if (claim.shortfall() != null) {
            links.add(say("claim.chain-excess", claim.shortfall().excess()));
            if (claim.shortfall().beyond().signum() > 0) {
                links.add(say(
                        "claim.chain-shortfall",
                        claim.shortfall().beyond(),
                        say("claim.bearer-" + bearer(claim.shortfall()))));
            }
        }
        return links;
    }

    private static String bearer(InsuranceClaim.Shortfall shortfall) {
        if (shortfall.undecided()) {
            return "open";
        }
        return shortfall.bearer().equals("merchant") ? "merchant-bears" : "mall";
    }

    /** The signed papers that administration has. */
    String papers(InsuranceClaim claim) {
        return claims.losses(claim.complaintId()).stream()
                .filter(InsuredLoss::handedOver)
                .map(loss -> say("claim.papers-of", loss.amount()) + "\n" + loss.papers())
                .collect(Collectors.joining("\n"));
    }

    String shortfall(InsuranceClaim claim) {
        InsuranceClaim.Shortfall shortfall = claim.shortfall();
        String line = say(
                "claim.line-shortfall",
                claims.lost(claim.complaintId()),
                claims.paid(claim),
                shortfall.excess(),
                shortfall.beyond());
        BigDecimal theirs = claims.advanced(claim.complaintId()).subtract(claims.paid(claim, Party.MERCHANT));
        List<String> lines = new ArrayList<>();
        lines.add(line);
        if (theirs.signum() > 0) {
            lines.add(say("claim.line-advanced", theirs));
        }
        lines.add(say("claim.line-if-mall", shortfall.beyond()));
        if (theirs.compareTo(shortfall.beyond()) >= 0) {
            lines.add(say("claim.line-if-merchant", shortfall.beyond(), theirs.subtract(shortfall.beyond())));
        }
        return String.join("\n", lines);
    }

    /** Who has suffered it, a line each: of linked cases under the same policy, too. */
    String persons(InsuranceClaim claim, List<InsuranceClaim> linked) {
        return Stream.concat(
                        Stream.of(claim),
                        linked.stream().filter(other -> other.policy().equals(claim.policy())))
                .map(InsuranceClaim::complaintId)
                .map(id -> {
                    Complaint complaint = complaints.find(id).orElseThrow();
                    return say(
                            "claim.person",
                            Objects.toString(complaints.core(id).get(CoreField.CUSTOMER_NAME.key()), "–"),
                            complaint.number());
                })
                .collect(Collectors.joining("\n"));
    }

    private String say(String sentence, Object... arguments) {
        return sentences.say(sentence, arguments);
    }
}
