package io.redress.process.followup;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What the customer says is not solved is a case again. */
@Component
class ReopenCaseDelegate implements JavaDelegate {

    private final FollowUps followUps;
    private final Clock clock;

    ReopenCaseDelegate(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int reopenings = followUps.reopen(FollowUpProcess.CASE_ID.in(execution), clock.instant());
        FollowUpProcess.REOPENED.set(execution, true);
        FollowUpProcess.REOPENINGS.set(execution, (long) reopenings);
    }
}
