package io.redress.process.filing;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.plan.Plans;
import io.redress.engine.variable.Variable;
import java.util.Collection;

/** The contract of {@code paper-filing}: signed papers are filed, and go to administration where an insurer is to see them. */
final class PaperFilingProcess {

    static final String KEY = "paper-filing";

    static final Variable<Long> MEASURE_ID = new Variable<>(Plans.MEASURE_ID, Long.class);
    /** The groups that keep a copy of the signed papers. */
    @SuppressWarnings("rawtypes")
    static final Variable<Collection> COPY_HOLDERS = new Variable<>("copyHolders", Collection.class);
    /** The group that files one of the copies. */
    static final Variable<String> COPY_HOLDER = new Variable<>("copyHolder", String.class);
    /** Whether the papers go to an insurer. */
    static final Variable<Boolean> INSURED = new Variable<>("insured", Boolean.class);

    static final FormField<String> LIST = new FormField<>("handoverList", String.class);
    /** The login of whoever gives them. */
    static final FormField<String> HANDED_BY = new FormField<>("handedOverBy", String.class);

    private PaperFilingProcess() {}
}
