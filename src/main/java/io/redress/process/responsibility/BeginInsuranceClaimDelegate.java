package io.redress.process.responsibility;

import io.redress.casefile.settlement.Responsibilities;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What a policy covers is claimed of its insurer. */
@Component
class BeginInsuranceClaimDelegate implements JavaDelegate {

    private final Responsibilities responsibilities;

    BeginInsuranceClaimDelegate(Responsibilities responsibilities) {
        this.responsibilities = responsibilities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        responsibilities.claim(ResponsibilityProcess.CASE_ID.in(execution));
    }
}
