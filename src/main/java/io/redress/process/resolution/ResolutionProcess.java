package io.redress.process.resolution;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.util.Collection;

/** The contract of {@code complaint-resolution}: the general case, from the investigation to the last measure. */
final class ResolutionProcess {

    static final String KEY = "complaint-resolution";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;
    /** Whether it begins with the measures of a plan that the ladder has brought about. */
    static final Variable<Boolean> PLAN_AGREED = new Variable<>("planAgreed", Boolean.class);
    /** How it ended: {@code done}, {@code not-agreed}, {@code finding-accepted} or {@code finding-not-accepted}. */
    static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);

    /** The departments that have a work order each. */
    @SuppressWarnings("rawtypes")
    static final Variable<Collection> WORK_ORDERS = new Variable<>("workOrders", Collection.class);

    /** One of them; whoever decides on a work order may give it to another. */
    static final Variable<String> DEPARTMENT = new Variable<>("department", String.class);
    /** {@code finding} or {@code sent-back}. */
    static final Variable<String> ORDER_ANSWER = new Variable<>("orderAnswer", String.class);

    static final Variable<Long> TIMES_SENT_BACK = new Variable<>("timesSentBack", Long.class);
    static final Variable<String> DECIDER = new Variable<>("decider", String.class);

    /** {@code valid}, {@code not-valid} or {@code facts-missing}. */
    static final Variable<String> CONCLUSION = new Variable<>("conclusion", String.class);

    /** By when the customer was told to hear again, in ISO-8601; absent when no day was named. */
    static final Variable<String> PROMISED_ON = new Variable<>("promisedOn", String.class);

    static final Variable<String> FINDING_ACCEPTED = new Variable<>("findingAccepted", String.class);

    static final Variable<String> PLAN_APPROVER = new Variable<>("planApprover", String.class);
    static final Variable<String> PLAN_DECISION = new Variable<>("planDecision", String.class);
    static final Variable<Boolean> MONEY_OFFERED = new Variable<>("moneyOffered", Boolean.class);
    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);
    static final Variable<String> CUSTOMER_ANSWER = new Variable<>("customerAnswer", String.class);
    static final Variable<Long> REFUSALS = new Variable<>("refusals", Long.class);

    /** The measures of the plan, by id. */
    @SuppressWarnings("rawtypes")
    static final Variable<Collection> MEASURE_IDS = new Variable<>("measureIds", Collection.class);

    static final Variable<Long> MEASURE_ID = new Variable<>("measureId", Long.class);
    static final Variable<String> MEASURE_GROUP = new Variable<>("measureGroup", String.class);
    static final Variable<String> MEASURE_DUE = CaseVariables.MEASURE_DUE;

    static final Variable<Boolean> TO_PAY = new Variable<>("toPay", Boolean.class);

    private ResolutionProcess() {}
}
