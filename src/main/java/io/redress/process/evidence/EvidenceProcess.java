package io.redress.process.evidence;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code more-evidence}: what arrived for a running case, a part of its own until somebody has looked at it. */
final class EvidenceProcess {

    static final String KEY = "more-evidence";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;
    /** The addition to the case that told of it: its process instance. */
    static final Variable<String> ADDITION_ID = new Variable<>("additionId", String.class);

    private EvidenceProcess() {}
}
