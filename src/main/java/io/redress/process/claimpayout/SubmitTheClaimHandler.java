package io.redress.process.claimpayout;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFields;
import io.redress.casefile.insurance.InsuranceClaims;
import java.util.Set;
import org.springframework.stereotype.Component;

/** No more is asked for than the customer got. */
@Component
class SubmitTheClaimHandler implements SubmitHandler {

    private final InsuranceClaims claims;

    SubmitTheClaimHandler(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public Set<FormField<?>> reads() {
        return ClaimFields.SUBMISSION;
    }

    @Override
    public void submit(Entry submission) {
        claims.submitted(submission);
    }
}
