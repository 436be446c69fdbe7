package io.redress.process.resolution;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.RouteVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code complaint-resolution}: the general case, from the investigation to the last measure. */
final class ResolutionProcess {

    static final String KEY = "complaint-resolution";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;

    static final Variable<Boolean> PLAN_AGREED = RouteVariables.PLAN_AGREED;

    /** What the investigation concluded: {@code valid} or {@code not-valid}. */
    static final Variable<String> CONCLUSION = new Variable<>("conclusion", String.class);
    /** What the customer says to the plan: {@code accepted} or {@code refused}. */
    static final Variable<String> CUSTOMER_ANSWER = new Variable<>("customerAnswer", String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> FINDING_ACCEPTED = new Variable<>("findingAccepted", String.class);

    static final Variable<Boolean> MONEY_OFFERED = new Variable<>("moneyOffered", Boolean.class);
    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);

    private ResolutionProcess() {}
}
