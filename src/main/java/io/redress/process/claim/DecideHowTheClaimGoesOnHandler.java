package io.redress.process.claim;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFields;
import io.redress.casefile.insurance.InsuranceClaims;
import java.util.Set;
import org.springframework.stereotype.Component;

/** On at one’s own risk, waited for once more, or given up. */
@Component
class DecideHowTheClaimGoesOnHandler implements SubmitHandler {

    private final InsuranceClaims claims;

    DecideHowTheClaimGoesOnHandler(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public Set<FormField<?>> reads() {
        return ClaimFields.HOW_TO_GO_ON;
    }

    @Override
    public void submit(Entry submission) {
        claims.howToGoOn(submission);
    }
}
