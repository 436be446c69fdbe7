package io.redress.process.mallpayment;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.util.Collection;

/** The contract of {@code mall-payment}: approved money of the mall, a part of the case of its own. */
final class MallPaymentProcess {

    static final String KEY = "mall-payment";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> MEASURE_ID = new Variable<>(Plans.MEASURE_ID, Long.class);
    static final Variable<String> MEASURE_DUE = CaseVariables.MEASURE_DUE;
    /** The groups that keep a copy of the signed papers. */
    @SuppressWarnings("rawtypes")
    static final Variable<Collection> COPY_HOLDERS = new Variable<>("copyHolders", Collection.class);
    /** Whether the papers go to an insurer. */
    static final Variable<Boolean> INSURED = new Variable<>("insured", Boolean.class);
    /** Whether the customer has signed and has the money: {@code yes} or {@code no}. */
    static final Variable<String> SIGNED = new Variable<>("signed", String.class);

    static final FormField<String> HAS_SIGNED = new FormField<>("signed", String.class);

    private MallPaymentProcess() {}
}
