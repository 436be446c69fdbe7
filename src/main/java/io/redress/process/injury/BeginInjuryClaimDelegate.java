package io.redress.process.injury;

import io.redress.casefile.injury.Injuries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The insurer is to be told, before anybody has judged who is liable. */
@Component
class BeginInjuryClaimDelegate implements JavaDelegate {

    private final Injuries injuries;

    BeginInjuryClaimDelegate(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        injuries.claim(InjuryProcess.CASE_ID.in(execution));
    }
}
