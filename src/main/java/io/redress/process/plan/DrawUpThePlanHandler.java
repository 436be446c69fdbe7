package io.redress.process.plan;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.plan.Plans;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A plan says what is done, by whom and until when, before anybody reads it. */
@Component
class DrawUpThePlanHandler implements SubmitHandler {

    private final Plans plans;
    private final Measures measures;

    DrawUpThePlanHandler(Plans plans, Measures measures) {
        this.plans = plans;
        this.measures = measures;
    }

    @Override
    public Set<FormField<?>> reads() {
        return plans.fields();
    }

    @Override
    public void submit(Entry submission) {
        measures.check(submission.complaintId(), plans.planned(submission), submission.submittedAt());
    }
}
