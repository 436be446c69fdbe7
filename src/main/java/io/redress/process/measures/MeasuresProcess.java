package io.redress.process.measures;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.util.Collection;

/** The contract of {@code measures}: what was agreed is carried out. */
final class MeasuresProcess {

    static final String KEY = "measures";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;

    /** The measures of the plan, by id. */
    @SuppressWarnings("rawtypes")
    static final Variable<Collection> MEASURE_IDS = new Variable<>("measureIds", Collection.class);

    static final Variable<Long> MEASURE_ID = new Variable<>("measureId", Long.class);
    static final Variable<String> MEASURE_GROUP = new Variable<>("measureGroup", String.class);
    static final Variable<String> MEASURE_DUE = CaseVariables.MEASURE_DUE;
    static final Variable<Boolean> TO_PAY = new Variable<>("toPay", Boolean.class);

    private MeasuresProcess() {}
}
