package io.redress.process.intake;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code complaint-intake}: every complaint, from registration to archive. */
final class IntakeProcess {

    static final String KEY = "complaint-intake";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> NUMBER = CaseVariables.NUMBER;
    static final Variable<String> SITE = CaseVariables.SITE;
    static final Variable<String> SEVERITY = CaseVariables.SEVERITY;

    private IntakeProcess() {}
}
