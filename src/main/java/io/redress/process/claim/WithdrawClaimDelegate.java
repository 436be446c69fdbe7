package io.redress.process.claim;

import io.redress.casefile.insurance.InsuranceClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing is claimed after all; an insurer that was told hears so. */
@Component
class WithdrawClaimDelegate implements JavaDelegate {

    private final InsuranceClaims claims;

    WithdrawClaimDelegate(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.close(InsuranceClaimProcess.CASE_ID.in(execution));
    }
}
