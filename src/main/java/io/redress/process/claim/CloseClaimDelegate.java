package io.redress.process.claim;

import io.redress.casefile.insurance.InsuranceClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever waits for the claim hears that it is over. */
@Component
class CloseClaimDelegate implements JavaDelegate {

    private final InsuranceClaims claims;

    CloseClaimDelegate(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.close(InsuranceClaimProcess.CASE_ID.in(execution));
    }
}
