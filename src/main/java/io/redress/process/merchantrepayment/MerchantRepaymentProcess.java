package io.redress.process.merchantrepayment;

import io.redress.casefile.repayment.Repayments;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code merchant-repayment}: a merchant has back what it paid on the mall’s behalf, a part of the case of its own. */
final class MerchantRepaymentProcess {

    static final String KEY = Repayments.PART;

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> REPAYMENT_ID = new Variable<>(Repayments.REPAYMENT_ID, Long.class);
    /** {@code waited-for}, {@code owed} or {@code nothing}. */
    static final Variable<String> REPAYMENT_STATE = new Variable<>("repaymentState", String.class);

    private MerchantRepaymentProcess() {}
}
