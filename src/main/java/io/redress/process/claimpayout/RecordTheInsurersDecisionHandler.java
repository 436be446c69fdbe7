package io.redress.process.claimpayout;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFields;
import io.redress.casefile.insurance.InsuranceClaims;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The insurer agrees to a sum, or refuses. */
@Component
class RecordTheInsurersDecisionHandler implements SubmitHandler {

    private final InsuranceClaims claims;

    RecordTheInsurersDecisionHandler(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public Set<FormField<?>> reads() {
        return ClaimFields.INSURERS_WORD;
    }

    @Override
    public void submit(Entry submission) {
        claims.decided(submission);
    }
}
