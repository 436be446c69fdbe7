package io.redress.process.inplace;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code payment-in-its-place}: what comes where a merchant does not pay. */
final class PaymentInItsPlaceProcess {

    static final String KEY = "payment-in-its-place";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> MEASURE_ID = new Variable<>(Plans.MEASURE_ID, Long.class);
    /** {@code mall-pays} or {@code management}. */
    static final Variable<String> IN_ITS_PLACE = new Variable<>("inItsPlace", String.class);

    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);

    static final FormField<String> PLACE_REASON = new FormField<>("inItsPlaceReason", String.class);
    static final FormField<String> PLACE = new FormField<>("inItsPlace", String.class);

    private PaymentInItsPlaceProcess() {}
}
