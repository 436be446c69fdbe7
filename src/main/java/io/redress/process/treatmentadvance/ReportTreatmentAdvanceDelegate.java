package io.redress.process.treatmentadvance;

import io.redress.casefile.injury.Injuries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing more is to be done about it. */
@Component
class ReportTreatmentAdvanceDelegate implements JavaDelegate {

    private final Injuries injuries;

    ReportTreatmentAdvanceDelegate(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        injuries.advanceOver(
                TreatmentAdvanceProcess.CASE_ID.in(execution), TreatmentAdvanceProcess.ADVANCE_ID.in(execution));
    }
}
