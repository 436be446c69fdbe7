package io.redress.process.treatmentadvance;

import io.redress.casefile.injury.Injuries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finance pays by day; at night the petty cash does, from the hand of whoever is on duty. */
@Component
class FindWhoPaysDelegate implements JavaDelegate {

    private final Injuries injuries;

    FindWhoPaysDelegate(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = TreatmentAdvanceProcess.CASE_ID.in(execution);
        boolean pettyCash = injuries.pettyCash(id, TreatmentAdvanceProcess.ADVANCE_ID.in(execution));
        TreatmentAdvanceProcess.PETTY_CASH.set(execution, pettyCash);
        TreatmentAdvanceProcess.FUNDS_GROUP.set(
                execution,
                pettyCash ? injuries.of(id).dutyManager() : injuries.of(id).funds());
    }
}
