package io.redress.process.claim;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFields;
import io.redress.casefile.insurance.InsuranceClaims;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The insurer is told, in the very transaction in which that is written down. */
@Component
class ReportToTheInsurerHandler implements SubmitHandler {

    private final InsuranceClaims claims;

    ReportToTheInsurerHandler(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public Set<FormField<?>> reads() {
        return ClaimFields.REPORT;
    }

    @Override
    public void submit(Entry submission) {
        claims.reported(submission);
    }
}
