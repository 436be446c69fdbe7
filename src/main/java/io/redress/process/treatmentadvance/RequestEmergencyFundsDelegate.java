package io.redress.process.treatmentadvance;

import io.redress.casefile.injury.Injuries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What was granted is in the ledger, and approved by that up to the limit. */
@Component
class RequestEmergencyFundsDelegate implements JavaDelegate {

    private final Injuries injuries;

    RequestEmergencyFundsDelegate(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TreatmentAdvanceProcess.ABOVE_LIMIT.set(
                execution,
                injuries.requestFunds(
                        TreatmentAdvanceProcess.CASE_ID.in(execution),
                        TreatmentAdvanceProcess.ADVANCE_ID.in(execution)));
    }
}
