package io.redress.process.followup;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The result is told and its measures are done; finds out from when on and how often the customer is called. */
@Component
class SettleComplaintDelegate implements JavaDelegate {

    private final FollowUps followUps;
    private final Clock clock;

    SettleComplaintDelegate(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int attempts = followUps.begin(
                FollowUpProcess.CASE_ID.in(execution),
                FollowUpProcess.OUTCOME.find(execution).orElse("agreed"),
                clock.instant());
        FollowUpProcess.ATTEMPTS.set(execution, (long) attempts);
        FollowUpProcess.TRIES.set(execution, 0L);
        FollowUpProcess.SOLVED.set(execution, null);
        FollowUpProcess.REOPENED.set(execution, false);
        FollowUpProcess.REOPENINGS.set(execution, null);
    }
}
