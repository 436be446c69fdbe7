package io.redress.process.claim;

import io.redress.casefile.insurance.InsuranceClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The insurer has not said what it thinks yet. */
@Component
class RemindTheInsurerDelegate implements JavaDelegate {

    private final InsuranceClaims claims;

    RemindTheInsurerDelegate(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.remind(InsuranceClaimProcess.CASE_ID.in(execution));
    }
}
