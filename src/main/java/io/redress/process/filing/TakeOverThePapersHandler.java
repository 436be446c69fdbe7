package io.redress.process.filing;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.settlement.PaidMeasure;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Administration has the signed papers, and the claim hears so. */
@Component
class TakeOverThePapersHandler implements SubmitHandler {

    private final InsuranceClaims claims;
    private final PaidMeasure paid;
    private final Sentences sentences;

    TakeOverThePapersHandler(InsuranceClaims claims, PaidMeasure paid, Sentences sentences) {
        this.claims = claims;
        this.paid = paid;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(PaidMeasure.MEASURE, PaperFilingProcess.LIST, PaperFilingProcess.HANDED_BY);
    }

    @Override
    public void submit(Entry submission) {
        String handedBy = required(PaperFilingProcess.HANDED_BY, submission);
        if (handedBy.equals(submission.submittedBy())) {
            throw new RefusedCase(sentences.say("claim.handed-to-oneself"));
        }
        claims.handedOver(submission, paid.of(submission), required(PaperFilingProcess.LIST, submission), handedBy);
    }

    private String required(FormField<String> field, Entry submission) {
        return field.find(submission)
                .orElseThrow(() -> new RefusedCase(sentences.say("responsibility.unsaid", field.key())));
    }
}
