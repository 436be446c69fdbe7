package io.redress.process.settlement;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFields;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.settlement.Settlements;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is missing is named, all of it at once; when nothing is, whether the insurer has consented to the sum. */
@Component
class CheckThePapersHandler implements SubmitHandler {

    private static final Set<String> YES_OR_NO = Set.of("yes", "no");

    private final Settlements settlements;
    private final InsuranceClaims claims;
    private final Sentences sentences;

    CheckThePapersHandler(Settlements settlements, InsuranceClaims claims, Sentences sentences) {
        this.settlements = settlements;
        this.claims = claims;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(SettlementProcess.COMPLETE, SettlementProcess.MISSING, ClaimFields.CONSENT);
    }

    @Override
    public void submit(Entry submission) {
        String complete = SettlementProcess.COMPLETE.find(submission).orElse("");
        if (!YES_OR_NO.contains(complete)) {
            throw new RefusedCase(sentences.say("responsibility.unsaid", SettlementProcess.COMPLETE.key()));
        }
        if (complete.equals("no") && SettlementProcess.MISSING.find(submission).isEmpty()) {
            throw new RefusedCase(sentences.say("responsibility.unsaid", SettlementProcess.MISSING.key()));
        }
        if (complete.equals("yes")
                && !settlements.insurersAnswer(submission.complaintId()).equals("none")) {
            claims.consented(submission);
        }
    }
}
