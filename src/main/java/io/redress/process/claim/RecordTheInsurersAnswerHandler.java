package io.redress.process.claim;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFields;
import io.redress.casefile.insurance.InsuranceClaims;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the insurer wants is known to whoever waits for it at once. */
@Component
class RecordTheInsurersAnswerHandler implements SubmitHandler {

    private final InsuranceClaims claims;

    RecordTheInsurersAnswerHandler(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public Set<FormField<?>> reads() {
        return ClaimFields.ANSWER;
    }

    @Override
    public void submit(Entry submission) {
        claims.answered(submission);
    }
}
