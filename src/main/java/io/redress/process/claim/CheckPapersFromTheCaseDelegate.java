package io.redress.process.claim;

import io.redress.casefile.insurance.InsuranceClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the signed papers are with administration, before they are waited for. */
@Component
class CheckPapersFromTheCaseDelegate implements JavaDelegate {

    private final InsuranceClaims claims;

    CheckPapersFromTheCaseDelegate(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InsuranceClaimProcess.PAPERS_STATE.set(execution, claims.papers(InsuranceClaimProcess.CASE_ID.in(execution)));
    }
}
