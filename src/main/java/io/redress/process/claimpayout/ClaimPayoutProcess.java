package io.redress.process.claimpayout;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code claim-payout}: the claim is submitted, decided and paid. */
final class ClaimPayoutProcess {

    static final String KEY = "claim-payout";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** {@code accepted} or {@code refused}. */
    static final Variable<String> INSURERS_DECISION = new Variable<>("insurersDecision", String.class);
    /** Whether something of it is still to come. */
    static final Variable<Boolean> PAYOUT_OPEN = new Variable<>("payoutOpen", Boolean.class);

    private ClaimPayoutProcess() {}
}
