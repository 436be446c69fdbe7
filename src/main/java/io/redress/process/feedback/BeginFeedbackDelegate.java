package io.redress.process.feedback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets out what the ladder counts and what its caller will be told. */
@Component
class BeginFeedbackDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        FeedbackProcess.ROUND.set(execution, 0L);
        FeedbackProcess.TRIES.set(execution, 0L);
        FeedbackProcess.PLAN_OFFERED.set(execution, "no");
        FeedbackProcess.DECISION.set(execution, null);
        FeedbackProcess.OUTCOME.set(execution, null);
        FeedbackProcess.PLAN_AGREED.set(execution, false);
    }
}
