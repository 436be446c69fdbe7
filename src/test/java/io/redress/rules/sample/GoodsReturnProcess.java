package io.redress.rules.sample;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of the sample that the rules are tried on: goods-return.bpmn. */
final class GoodsReturnProcess {

    static final String KEY = "goods-return";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Boolean> REFUND_DUE = new Variable<>("refundDue", Boolean.class);
    static final Variable<String> EXPLANATION = new Variable<>("explanation", String.class);

    private GoodsReturnProcess() {}
}
