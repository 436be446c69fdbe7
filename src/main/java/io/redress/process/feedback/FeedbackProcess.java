package io.redress.process.feedback;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.RouteVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code customer-feedback}: the result is told, one level higher each time it is not accepted. */
final class FeedbackProcess {

    static final String KEY = "customer-feedback";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** Who tells the customer, and answers on the first two levels. */
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;
    /** Where the ladder stands: it starts at {@code A}, or at {@code C} where the route has not settled it. */
    static final Variable<String> LEVEL = new Variable<>("level", String.class);
    /** In: what came of the route. */
    static final Variable<Boolean> SETTLED = RouteVariables.SETTLED;
    /**
     * Out: {@code agreed}, {@code final-decision}, {@code no-answer} or {@code no-contact}; null while the ladder is climbed.
     */
    static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);
    /** Out: whether the route has a plan to carry out. */
    static final Variable<Boolean> PLAN_AGREED = RouteVariables.PLAN_AGREED;

    /** Whether a contact is known. */
    static final Variable<Boolean> REACHABLE = new Variable<>("reachable", Boolean.class);
    /** How often the departments have deliberated. */
    static final Variable<Long> ROUND = new Variable<>("round", Long.class);
    /** How many tries to reach the customer with this answer have failed. */
    static final Variable<Long> TRIES = new Variable<>("tries", Long.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> REACHED = new Variable<>("reached", String.class);
    /** {@code very-satisfied}, {@code satisfied}, {@code average} or {@code dissatisfied}. */
    static final Variable<String> SATISFACTION = new Variable<>("satisfaction", String.class);
    /** The day in ISO-8601 by whose end the customer will hear. */
    static final Variable<String> PROMISED_ON = new Variable<>("promisedOn", String.class);
    /** Whether the answer has something to be carried out: {@code yes} or {@code no}. */
    static final Variable<String> PLAN_OFFERED = new Variable<>("planOffered", String.class);
    /** Senior management's: {@code offer} or {@code final}; null before it has decided. */
    static final Variable<String> DECISION = new Variable<>("decision", String.class);

    private FeedbackProcess() {}
}
