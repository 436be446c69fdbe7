package io.redress.process.claimpayout;

import io.redress.casefile.insurance.InsuranceClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether something of it is still to come. */
@Component
class CheckPayoutDelegate implements JavaDelegate {

    private final InsuranceClaims claims;

    CheckPayoutDelegate(InsuranceClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ClaimPayoutProcess.PAYOUT_OPEN.set(
                execution,
                !claims.claim(ClaimPayoutProcess.CASE_ID.in(execution)).payoutOver());
    }
}
