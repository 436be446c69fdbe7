package io.redress.engine.variable;

/** What a process that triage can name is given beside the case, and what it gives back. */
public final class RouteVariables {

    /** In: whether the feedback ladder has brought about a plan, so that nothing is left but to carry it out. */
    public static final Variable<Boolean> PLAN_AGREED = new Variable<>("planAgreed", Boolean.class);

    /** Out: whether it is settled for us; absent as long as nobody says so, which is a no. */
    public static final Variable<Boolean> SETTLED = new Variable<>("settled", Boolean.class);

    /** Out: how it ended, in one of the words that the process declares. */
    public static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);

    private RouteVariables() {}
}
