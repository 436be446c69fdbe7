package io.redress.casefile.settlement;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** The measure that a step of a payment is about. */
@Component
public class PaidMeasure {

    /** The measure of the step: its id. */
    public static final FormField<BigDecimal> MEASURE = new FormField<>(Plans.MEASURE_ID, BigDecimal.class);
    /** What shows that money went out, or came back. */
    public static final FormField<String> PROOF = new FormField<>("paymentProof", String.class);

    private final Plans plans;
    private final Sentences sentences;

    PaidMeasure(Plans plans, Sentences sentences) {
        this.plans = plans;
        this.sentences = sentences;
    }

    /** @throws RefusedCase when none is named, or another case's: an owner's form may leave it to whoever fills it in */
    public long of(Entry submission) {
        try {
            return plans.measure(
                            submission.complaintId(),
                            MEASURE.find(submission)
                                    .orElseThrow(() -> new RefusedCase(sentences.say("measure.unnamed")))
                                    .longValueExact())
                    .id();
        } catch (ArithmeticException | IllegalStateException e) {
            throw new RefusedCase(sentences.say("measure.unnamed"));
        }
    }
}
