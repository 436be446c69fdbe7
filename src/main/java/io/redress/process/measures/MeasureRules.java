package io.redress.process.measures;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmissionRule;
import io.redress.entry.Entry;
import io.redress.language.Sentences;
import io.redress.measure.Measures;
import io.redress.process.plan.Plans;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/**
 * A measure is done, and money that goes with it paid, in the very transaction of the submission, so that whoever may not pay
 * hears so at once.
 */
@Component
class MeasureRules implements SubmissionRule {

    private final Plans plans;
    private final Measures measures;
    private final Sentences sentences;

    MeasureRules(Plans plans, Measures measures, Sentences sentences) {
        this.plans = plans;
        this.measures = measures;
        this.sentences = sentences;
    }

    @Override
    public void check(Entry submission) {
        if (submission.process().equals(MeasuresProcess.KEY)) {
            switch (submission.step()) {
                case "userTask_carryOutTheMeasure" -> done(submission, "measureResult");
                case "userTask_payTheCompensation" -> done(submission, "paymentProof");
                default -> {}
            }
        }
    }

    /** An owner's form may leave the measure to whoever fills it in. */
    private void done(Entry submission, String evidence) {
        long id = ((BigDecimal) submission.fields().get("measureId")).longValueExact();
        if (measures.of(submission.complaintId()).stream().noneMatch(measure -> measure.id() == id)) {
            throw new RefusedCase(sentences.say("ledger.other-measure", id));
        }
        plans.done(submission, id, (String) submission.fields().get(evidence));
    }
}
