package io.redress.process.claim;

import io.redress.casefile.insurance.InsuranceClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The opinion is late, and who stands above those who speak to insurers hears so. */
@Component
class NotifyTheInsuranceHeadDelegate implements JavaDelegate {

    private final InsuranceClaims claims;

    NotifyTheInsuranceHeadDelegate(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.opinionOverdue(InsuranceClaimProcess.CASE_ID.in(execution));
    }
}
