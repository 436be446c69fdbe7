package io.redress.process.treatmentadvance;

import io.redress.casefile.treatment.TreatmentAdvances;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing more is to be done about it. */
@Component
class ReportTreatmentAdvanceDelegate implements JavaDelegate {

    private final TreatmentAdvances advances;

    ReportTreatmentAdvanceDelegate(TreatmentAdvances advances) {
        this.advances = advances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        advances.over(TreatmentAdvanceProcess.CASE_ID.in(execution), TreatmentAdvanceProcess.ADVANCE_ID.in(execution));
    }
}
