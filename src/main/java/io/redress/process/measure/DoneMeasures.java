package io.redress.process.measure;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.plan.Plans;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** A measure is done by the submission that says so, and money that goes with it is paid by it. */
@Component
class DoneMeasures {

    private final Plans plans;
    private final Measures measures;
    private final Sentences sentences;

    DoneMeasures(Plans plans, Measures measures, Sentences sentences) {
        this.plans = plans;
        this.measures = measures;
        this.sentences = sentences;
    }

    /**
     * @param evidence the field that says what shows it
     * @throws RefusedCase when no measure is named, or it is another case's: an owner's form may leave it to whoever fills it in
     */
    void done(Entry submission, FormField<String> evidence) {
        BigDecimal said = MeasureProcess.DONE
                .find(submission)
                .orElseThrow(() -> new RefusedCase(sentences.say("measure.unnamed")));
        long id = measures.of(submission.complaintId()).stream()
                .map(Measure::id)
                .filter(own -> said.compareTo(BigDecimal.valueOf(own)) == 0)
                .findFirst()
                .orElseThrow(() -> new RefusedCase(sentences.say("ledger.other-measure", said)));
        plans.done(submission, id, evidence.find(submission).orElse(null));
    }
}
