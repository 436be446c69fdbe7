package io.redress.process.measure;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import io.redress.plan.Plans;

/** The contract of {@code measure}: one measure that was agreed, a part of the case of its own. */
final class MeasureProcess {

    static final String KEY = Plans.MEASURE_PART;

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> MEASURE_ID = new Variable<>(Plans.MEASURE_ID, Long.class);
    static final Variable<String> MEASURE_GROUP = new Variable<>("measureGroup", String.class);
    static final Variable<String> MEASURE_DUE = CaseVariables.MEASURE_DUE;
    static final Variable<Boolean> TO_PAY = new Variable<>("toPay", Boolean.class);

    private MeasureProcess() {}
}
