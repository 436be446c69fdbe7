package io.redress.process.intake;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.util.Set;

/** The contract of {@code complaint-intake}: every complaint, from registration to archive. */
final class IntakeProcess {

    static final String KEY = "complaint-intake";

    /** The clocks that start at receipt; the others come with the steps that meet them. */
    static final Set<String> CLOCKS = Set.of("CONFIRMATION", "RESOLUTION");

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> NUMBER = CaseVariables.NUMBER;
    static final Variable<String> SITE = CaseVariables.SITE;
    static final Variable<String> SEVERITY = CaseVariables.SEVERITY;

    private IntakeProcess() {}
}
