package io.redress.process.claim;

import io.redress.casefile.insurance.InsuranceClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks what the customer got and the insurer has not paid. */
@Component
class ReckonShortfallDelegate implements JavaDelegate {

    private final InsuranceClaims claims;

    ReckonShortfallDelegate(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InsuranceClaimProcess.SHORTFALL_OPEN.set(execution, claims.reckon(InsuranceClaimProcess.CASE_ID.in(execution)));
    }
}
