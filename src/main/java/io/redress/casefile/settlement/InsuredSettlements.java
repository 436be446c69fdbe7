package io.redress.casefile.settlement;

import io.redress.casefile.insurance.ClaimFormatter;
import io.redress.casefile.insurance.InsuranceClaim;
import io.redress.casefile.insurance.InsuranceClaims;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an insurer has to do with a settlement: what it wants to see, and whether it has consented to the sum. */
@Component
class InsuredSettlements {

    private final InsuranceClaims claims;
    private final ClaimFormatter formatter;

    InsuredSettlements(InsuranceClaims claims, ClaimFormatter formatter) {
        this.claims = claims;
        this.formatter = formatter;
    }

    /** What the insurer of the case wants to see, a line each; empty where it has not said so. */
    Optional<String> requirements(long complaintId) {
        return claims.of(complaintId).filter(InsuranceClaim::takesMore).map(InsuranceClaim::requirements);
    }

    /** What the customer brings: what was agreed, and what the insurer wants; each once, a line each. */
    Optional<String> papers(Settlement settlement) {
        Set<String> lines = Stream.concat(
                        Stream.ofNullable(settlement.papersNeeded()),
                        settlement.insured() ? requirements(settlement.complaintId()).stream() : Stream.empty())
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /** Whether the insurer has consented, for whoever approves, pays or hands over; empty where none takes part. */
    Optional<String> consent(Settlement settlement) {
        return settlement.insured() ? claims.of(settlement.complaintId()).map(formatter::consent) : Optional.empty();
    }

    /** How the claim stands; empty where none takes part. */
    Optional<String> line(Settlement settlement) {
        return settlement.insured() ? claims.of(settlement.complaintId()).map(formatter::line) : Optional.empty();
    }
}
