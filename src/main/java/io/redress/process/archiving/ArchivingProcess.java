package io.redress.process.archiving;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code complaint-archiving}: the case is closed when no part of it goes on any more. */
final class ArchivingProcess {

    static final String KEY = "complaint-archiving";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** Whether a part of the case still goes on. */
    static final Variable<Boolean> PARTS_OPEN = new Variable<>("partsOpen", Boolean.class);

    private ArchivingProcess() {}
}
