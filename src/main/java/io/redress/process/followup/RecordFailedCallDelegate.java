package io.redress.process.followup;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts a call that has not reached the customer. */
@Component
class RecordFailedCallDelegate implements JavaDelegate {

    private final FollowUps followUps;
    private final Clock clock;

    RecordFailedCallDelegate(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long tries = FollowUpProcess.TRIES.in(execution) + 1;
        FollowUpProcess.TRIES.set(execution, tries);
        boolean last = tries >= FollowUpProcess.ATTEMPTS.in(execution);
        followUps.notReached(FollowUpProcess.CASE_ID.in(execution), last, clock.instant());
    }
}
