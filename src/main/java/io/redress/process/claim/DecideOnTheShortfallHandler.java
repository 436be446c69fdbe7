package io.redress.process.claim;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFields;
import io.redress.casefile.insurance.InsuranceClaims;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody bears what the insurer has not paid. */
@Component
class DecideOnTheShortfallHandler implements SubmitHandler {

    private final InsuranceClaims claims;

    DecideOnTheShortfallHandler(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public Set<FormField<?>> reads() {
        return ClaimFields.SHORTFALL;
    }

    @Override
    public void submit(Entry submission) {
        claims.bearsTheShortfall(submission);
    }
}
