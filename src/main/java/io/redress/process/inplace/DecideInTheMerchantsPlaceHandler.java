package io.redress.process.inplace;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.settlement.PaidMeasure;
import io.redress.casefile.settlement.Settlements;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mall pays in its place and gets it back from it, or it is not paid at all. */
@Component
class DecideInTheMerchantsPlaceHandler implements SubmitHandler {

    private final PaidMeasure paid;
    private final Settlements settlements;
    private final Sentences sentences;

    DecideInTheMerchantsPlaceHandler(PaidMeasure paid, Settlements settlements, Sentences sentences) {
        this.paid = paid;
        this.settlements = settlements;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(PaidMeasure.MEASURE, PaymentInItsPlaceProcess.PLACE, PaymentInItsPlaceProcess.PLACE_REASON);
    }

    @Override
    public void submit(Entry submission) {
        switch (PaymentInItsPlaceProcess.PLACE.find(submission).orElse("")) {
            case "mall-pays" ->
                settlements.payInPlace(
                        submission,
                        PaymentInItsPlaceProcess.PLACE_REASON
                                .find(submission)
                                .orElseThrow(() -> unsaid(PaymentInItsPlaceProcess.PLACE_REASON)),
                        paid.of(submission));
            case "management" -> settlements.drop(submission, paid.of(submission));
            default -> throw unsaid(PaymentInItsPlaceProcess.PLACE);
        }
    }

    private RefusedCase unsaid(FormField<?> field) {
        return new RefusedCase(sentences.say("responsibility.unsaid", field.key()));
    }
}
