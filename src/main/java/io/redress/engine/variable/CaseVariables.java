package io.redress.engine.variable;

/** The variables that every process of a case has: references, and what task cards show. */
public final class CaseVariables {

    /** The complaint's id in the case file; all that a process begins with. */
    public static final Variable<Long> CASE_ID = new Variable<>("caseId", Long.class);

    public static final Variable<String> NUMBER = new Variable<>("number", String.class);
    public static final Variable<String> SITE = new Variable<>("site", String.class);
    /** {@code low}, {@code normal}, {@code high} or {@code critical}. */
    public static final Variable<String> SEVERITY = new Variable<>("severity", String.class);

    /** The group whose case it is: who handles it from triage on, and gets what nobody else does. */
    public static final Variable<String> OWNER_GROUP = new Variable<>("ownerGroup", String.class);

    /** How the case stands with its deadlines, in words for the card; empty while all is well. */
    public static final Variable<String> DEADLINE = new Variable<>("deadline", String.class);

    /** When the measure that a step carries out is due: an instant in ISO-8601; absent where no calendar knows it. */
    public static final Variable<String> MEASURE_DUE = new Variable<>("measureDue", String.class);

    private CaseVariables() {}
}
