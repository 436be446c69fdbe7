package io.redress.process.injury;

import io.redress.casefile.injury.Injuries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the insurer has been told. */
@Component
class CheckReportToTheInsurerDelegate implements JavaDelegate {

    private final Injuries injuries;

    CheckReportToTheInsurerDelegate(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InjuryProcess.INSURER_STATE.set(execution, injuries.insurerState(InjuryProcess.CASE_ID.in(execution)));
    }
}
