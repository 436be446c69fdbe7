package io.redress.process.receiptdispute;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code receipt-dispute}: somebody else has presented a paper that was declared lost, and legal decides whose it is. */
final class ReceiptDisputeProcess {

    static final String KEY = "receipt-dispute";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** {@code customer} or {@code somebody-else}. */
    static final Variable<String> PAPER_OWNER = new Variable<>("paperOwner", String.class);

    /** Why; the customer hears it where it is somebody else's. */
    static final FormField<String> REASON = new FormField<>("paperOwnerReason", String.class);

    private ReceiptDisputeProcess() {}
}
