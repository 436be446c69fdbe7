package io.redress.process.lostreceipt;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code lost-receipt}: a receipt or an invoice is declared lost, held, and then refunded or replaced by copies. */
final class LostReceiptProcess {

    static final String KEY = "lost-receipt";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** Who stands at the desk. */
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;

    /** Whether an earlier declaration was taken over whose hold is over. */
    static final Variable<Boolean> ON_FILE = new Variable<>("onFile", Boolean.class);
    /** Whether the declared paper stands in the books, so that the hold has begun. */
    static final Variable<Boolean> DECLARATION_ACCEPTED = new Variable<>("declarationAccepted", Boolean.class);
    /** Whether the customer has got what was due; else somebody comes again. */
    static final Variable<Boolean> VISIT_SERVED = new Variable<>("visitServed", Boolean.class);

    private LostReceiptProcess() {}
}
