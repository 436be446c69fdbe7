package io.redress.process.injury;

import io.redress.casefile.injury.Injuries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether money was advanced of which nobody has decided what becomes of it, and who is to. */
@Component
class LookForAnAdvanceDelegate implements JavaDelegate {

    private final Injuries injuries;

    LookForAnAdvanceDelegate(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = InjuryProcess.CASE_ID.in(execution);
        InjuryProcess.ADVANCE_OPEN.set(execution, injuries.advanceOpen(id));
        InjuryProcess.ADVANCE_DECIDER.set(execution, injuries.head(id));
    }
}
