package io.redress.process.injuryassistance;

import io.redress.casefile.treatment.TreatmentAdvances;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether money that was granted is still to come. */
@Component
class CheckTreatmentAdvanceDelegate implements JavaDelegate {

    private final TreatmentAdvances advances;

    CheckTreatmentAdvanceDelegate(TreatmentAdvances advances) {
        this.advances = advances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AssistanceProcess.MONEY_TO_COME.set(execution, advances.toCome(AssistanceProcess.CASE_ID.in(execution)));
    }
}
