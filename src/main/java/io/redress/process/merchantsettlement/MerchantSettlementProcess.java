package io.redress.process.merchantsettlement;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.util.Collection;

/** The contract of {@code merchant-settlement}: a merchant pays what was agreed, a part of the case of its own. */
final class MerchantSettlementProcess {

    static final String KEY = "merchant-settlement";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> MEASURE_ID = new Variable<>(Plans.MEASURE_ID, Long.class);
    static final Variable<String> MEASURE_DUE = CaseVariables.MEASURE_DUE;
    /** The groups that keep a copy of the signed papers. */
    @SuppressWarnings("rawtypes")
    static final Variable<Collection> COPY_HOLDERS = new Variable<>("copyHolders", Collection.class);
    /** The group that files one of the copies. */
    static final Variable<String> COPY_HOLDER = new Variable<>("copyHolder", String.class);
    /** Whom to ask whether the merchant has paid. */
    static final Variable<String> PAYING_GROUP = new Variable<>("payingGroup", String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> MERCHANT_PAID = new Variable<>("merchantPaid", String.class);
    /** What comes in the place of its payment: {@code mall-pays} or {@code management}. */
    static final Variable<String> IN_ITS_PLACE = new Variable<>("inItsPlace", String.class);

    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);

    static final FormField<String> PAID = new FormField<>("merchantPaid", String.class);
    static final FormField<String> PLACE_REASON = new FormField<>("inItsPlaceReason", String.class);
    static final FormField<String> PLACE = new FormField<>("inItsPlace", String.class);

    private MerchantSettlementProcess() {}
}
