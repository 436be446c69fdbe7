package io.redress.process.feedback;

import io.redress.casefile.complaint.Complaints;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What came of the route decides where the ladder begins: at the bottom, or where the customer already stands. */
@Component
class RecordResultDelegate implements JavaDelegate {

    private final Feedback feedback;
    private final Complaints complaints;
    private final Clock clock;

    RecordResultDelegate(Feedback feedback, Complaints complaints, Clock clock) {
        this.feedback = feedback;
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = FeedbackProcess.CASE_ID.in(execution);
        boolean settled = FeedbackProcess.SETTLED.find(execution).orElse(false);
        // A correction may have brought a contact.
        boolean reachable = complaints.reachable(id);
        feedback.begin(id, settled, reachable, clock.instant());
        FeedbackProcess.REACHABLE.set(execution, reachable);
        FeedbackProcess.LEVEL.set(execution, settled ? "A" : "C");
        FeedbackProcess.ROUND.set(execution, 0L);
        FeedbackProcess.TRIES.set(execution, 0L);
        FeedbackProcess.PLAN_OFFERED.set(execution, "no");
        FeedbackProcess.DECISION.set(execution, null);
        FeedbackProcess.OUTCOME.set(execution, reachable ? null : "no-contact");
        FeedbackProcess.PLAN_AGREED.set(execution, false);
    }
}
