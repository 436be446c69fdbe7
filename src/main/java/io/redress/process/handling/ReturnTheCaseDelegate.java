package io.redress.process.handling;

import io.redress.casefile.escalation.Escalation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A pause has lasted as long as it may: the deadlines go on, and the case is its owner’s again. */
@Component
class ReturnTheCaseDelegate implements JavaDelegate {

    private final Escalation escalation;
    private final Clock clock;

    ReturnTheCaseDelegate(Escalation escalation, Clock clock) {
        this.escalation = escalation;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.giveBack(HandlingProcess.CASE_ID.in(execution), clock.instant());
    }
}
