package io.redress.process.accidentscene;

import io.redress.casefile.injury.Injuries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Those who can take the goods off the shelves are asked to. */
@Component
class AskToStopTheSaleDelegate implements JavaDelegate {

    private final Injuries injuries;

    AskToStopTheSaleDelegate(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        injuries.askToStopTheSale(AccidentSceneProcess.CASE_ID.in(execution));
    }
}
