package io.redress.process.measure;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.math.BigDecimal;

/** The contract of {@code measure}: one measure that was agreed, a part of the case of its own. */
final class MeasureProcess {

    static final String KEY = Plans.MEASURE_PART;

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> MEASURE_ID = new Variable<>(Plans.MEASURE_ID, Long.class);
    static final Variable<String> MEASURE_GROUP = new Variable<>("measureGroup", String.class);
    static final Variable<String> MEASURE_DUE = CaseVariables.MEASURE_DUE;
    static final Variable<Boolean> TO_PAY = new Variable<>("toPay", Boolean.class);

    /** The measure that is done: its id. */
    static final FormField<BigDecimal> DONE = new FormField<>("measureId", BigDecimal.class);

    /** What shows that it is. */
    static final FormField<String> RESULT = new FormField<>("measureResult", String.class);

    /** What shows that money was paid. */
    static final FormField<String> PAYMENT_PROOF = new FormField<>("paymentProof", String.class);

    /** The measure of a step, in a line. */
    static final FormField<String> MEASURE = new FormField<>("measure", String.class);

    /** The money that was approved for it, in a line: how much, as what, to whom, by whom approved, and why. */
    static final FormField<String> PAYMENT = new FormField<>("paymentLine", String.class);

    private MeasureProcess() {}
}
