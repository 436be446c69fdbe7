package io.redress.process.measures;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code measures}: what was agreed begins, and is waited for. */
final class MeasuresProcess {

    static final String KEY = "measures";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** Whether a measure is still to be carried out. */
    static final Variable<Boolean> MEASURES_OPEN = new Variable<>("measuresOpen", Boolean.class);

    private MeasuresProcess() {}
}
