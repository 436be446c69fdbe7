package io.redress.process.office;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.RouteVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code local-office}: a complaint made to head office about a local office. */
final class OfficeProcess {

    static final String KEY = "local-office";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> SEVERITY = CaseVariables.SEVERITY;
    /** Who speaks with the customer for head office, and checks what the office has done. */
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;

    static final Variable<Boolean> PLAN_AGREED = RouteVariables.PLAN_AGREED;

    /** The group that stands for the office. */
    static final Variable<String> OFFICE_GROUP = new Variable<>("officeGroup", String.class);
    /** Whether the office has failed to settle it before: {@code yes} or {@code no}. */
    static final Variable<String> FAILED_BEFORE = new Variable<>("failedBefore", String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> OFFICE_SETTLED = new Variable<>("officeSettled", String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> COMPLAINT_VALID = new Variable<>("complaintValid", String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> FINDING_ACCEPTED = new Variable<>("findingAccepted", String.class);

    private OfficeProcess() {}
}
