package io.redress.process.followup;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has been called. */
@Component
class RecordCallDelegate implements JavaDelegate {

    private final FollowUps followUps;
    private final Clock clock;

    RecordCallDelegate(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.called(FollowUpProcess.CASE_ID.in(execution), clock.instant());
    }
}
