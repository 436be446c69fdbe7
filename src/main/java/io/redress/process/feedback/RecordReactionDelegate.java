package io.redress.process.feedback;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes down what the customer says to the answer, and finds out whether the ladder is climbed. */
@Component
class RecordReactionDelegate implements JavaDelegate {

    private final Feedback feedback;
    private final Clock clock;

    RecordReactionDelegate(Feedback feedback, Clock clock) {
        this.feedback = feedback;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Place place = new Place(
                Level.valueOf(FeedbackProcess.LEVEL.in(execution)),
                FeedbackProcess.ROUND.in(execution).intValue());
        Reaction reaction = new Reaction(
                FeedbackProcess.SATISFACTION.in(execution).equals("dissatisfied"),
                FeedbackProcess.DECISION.find(execution).filter("final"::equals).isPresent(),
                FeedbackProcess.PLAN_OFFERED.in(execution).equals("yes"));
        FeedbackResult told = feedback.told(FeedbackProcess.CASE_ID.in(execution), place, reaction, clock.instant());
        FeedbackProcess.LEVEL.set(execution, told.place().level().name());
        FeedbackProcess.ROUND.set(execution, (long) told.place().round());
        FeedbackProcess.TRIES.set(execution, 0L);
        FeedbackProcess.OUTCOME.set(execution, told.outcome().map(Outcome::text).orElse(null));
        FeedbackProcess.PLAN_AGREED.set(execution, told.planAgreed());
    }
}
