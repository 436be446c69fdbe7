package io.redress.process.responsibility;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.RouteVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code responsibility-decision}: whether a claim is the mall's to answer for, and by which route it is settled. */
final class ResponsibilityProcess {

    static final String KEY = "responsibility-decision";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;
    static final Variable<Boolean> PLAN_AGREED = RouteVariables.PLAN_AGREED;

    /** Whether whoever calls has concluded that it is ours to answer for: nobody judges it once more. */
    static final Variable<Boolean> LIABILITY_CONCLUDED = new Variable<>("liabilityConcluded", Boolean.class);
    /** The group that judges it. */
    static final Variable<String> DECIDER = new Variable<>("decider", String.class);
    /** {@code ours}, {@code not-ours}, {@code other-kind} or {@code evidence-missing}. */
    static final Variable<String> LIABILITY = new Variable<>("liability", String.class);
    /** {@code A} to {@code D}, as in the chart. */
    static final Variable<String> LIABILITY_ROUTE = new Variable<>("liabilityRoute", String.class);
    /** Whether the mall pays what it need not: {@code yes}, {@code no} or {@code not-asked}. */
    static final Variable<String> GOODWILL_PAYMENT = new Variable<>("goodwillPayment", String.class);
    /** {@code mall} or {@code merchant}. */
    static final Variable<String> PAYER = new Variable<>("payer", String.class);
    /** The group that agrees the sum with the customer. */
    static final Variable<String> SETTLER = new Variable<>("settler", String.class);
    /** How the settlement came out. */
    static final Variable<String> SETTLEMENT_RESULT = new Variable<>("settlementResult", String.class);
    /** Whether the customer has what was agreed. */
    static final Variable<Boolean> MONEY_TAKEN = new Variable<>("moneyTaken", Boolean.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> FINDING_ACCEPTED = new Variable<>("findingAccepted", String.class);

    private ResponsibilityProcess() {}
}
