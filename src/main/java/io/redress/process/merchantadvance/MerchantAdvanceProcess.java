package io.redress.process.merchantadvance;

import io.redress.casefile.plan.Plans;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.util.Collection;

/** The contract of {@code merchant-advance-payment}: a merchant pays on the mall’s behalf what was agreed, a part of the case of its own. */
final class MerchantAdvanceProcess {

    static final String KEY = "merchant-advance-payment";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> MEASURE_ID = new Variable<>(Plans.MEASURE_ID, Long.class);
    /** The groups that keep a copy of the signed papers. */
    @SuppressWarnings("rawtypes")
    static final Variable<Collection> COPY_HOLDERS = new Variable<>("copyHolders", Collection.class);
    /** Whether the papers go to an insurer. */
    static final Variable<Boolean> INSURED = new Variable<>("insured", Boolean.class);
    /** Whom to ask whether the merchant has paid. */
    static final Variable<String> PAYING_GROUP = new Variable<>("payingGroup", String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> MERCHANT_PAID = new Variable<>("merchantPaid", String.class);

    private MerchantAdvanceProcess() {}
}
