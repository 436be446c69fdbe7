package io.redress.casefile.settlement;

import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What merchants pay, as whoever confirms it says. */
@Component
public class MerchantPayments {

    static final FormField<String> PAID = new FormField<>("merchantPaid", String.class);

    /** What the forms that confirm it ask. */
    public static final Set<FormField<?>> FIELDS = Set.of(PaidMeasure.MEASURE, PaidMeasure.PROOF, PAID);

    private final PaidMeasure paid;
    private final SignedPapers papers;
    private final Plans plans;

    MerchantPayments(PaidMeasure paid, SignedPapers papers, Plans plans) {
        this.paid = paid;
        this.papers = papers;
        this.plans = plans;
    }

    /** @throws io.redress.casefile.RefusedCase when it is paid, and no scan of the signed papers is attached */
    public void confirmed(Entry submission) {
        if (PAID.find(submission).filter("yes"::equals).isPresent()) {
            long measure = paid.of(submission);
            papers.signed(submission, measure);
            plans.done(submission, measure, PaidMeasure.PROOF.find(submission).orElse(null));
        }
    }
}
