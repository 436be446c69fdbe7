package io.redress.process.plan;

import io.redress.casefile.SubmissionRule;
import io.redress.entry.Entry;
import io.redress.measure.Measures;
import org.springframework.stereotype.Component;

/** A plan says what is done, by whom and until when, before anybody reads it. */
@Component
class PlanRules implements SubmissionRule {

    private static final String DRAWN_UP = "userTask_drawUpThePlan";

    private final Plans plans;
    private final Measures measures;

    PlanRules(Plans plans, Measures measures) {
        this.plans = plans;
        this.measures = measures;
    }

    @Override
    public void check(Entry submission) {
        if (submission.process().equals(PlanProcess.KEY) && submission.step().equals(DRAWN_UP)) {
            measures.check(submission.complaintId(), plans.planned(submission.fields()), submission.submittedAt());
        }
    }
}
