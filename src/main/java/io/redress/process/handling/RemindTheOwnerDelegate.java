package io.redress.process.handling;

import io.redress.casefile.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells those who have the case which of its deadlines have come near. */
@Component
class RemindTheOwnerDelegate implements JavaDelegate {

    private final Escalation escalation;
    private final Clock clock;

    RemindTheOwnerDelegate(Escalation escalation, Clock clock) {
        this.escalation = escalation;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.remindOwners(HandlingProcess.CASE_ID.in(execution), clock.instant());
    }
}
