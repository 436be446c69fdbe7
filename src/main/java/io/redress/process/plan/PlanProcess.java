package io.redress.process.plan;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code resolution-plan}: a plan is drawn up, approved and agreed with the customer. */
final class PlanProcess {

    static final String KEY = "resolution-plan";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;

    static final Variable<String> PLAN_APPROVER = new Variable<>("planApprover", String.class);
    static final Variable<String> PLAN_DECISION = new Variable<>("planDecision", String.class);
    static final Variable<Boolean> MONEY_OFFERED = new Variable<>("moneyOffered", Boolean.class);
    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);
    /** Out: {@code accepted} when the plan is to be carried out, {@code refused} when no other was agreed on. */
    static final Variable<String> CUSTOMER_ANSWER = new Variable<>("customerAnswer", String.class);
    /** How often the customer has refused. */
    static final Variable<Long> REFUSALS = new Variable<>("refusals", Long.class);

    /** The measures of the newest plan, in lines. */
    static final FormField<String> MEASURES = new FormField<>("measures", String.class);

    private PlanProcess() {}
}
