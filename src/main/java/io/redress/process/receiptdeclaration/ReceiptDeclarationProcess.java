package io.redress.process.receiptdeclaration;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.time.LocalDate;
import java.util.List;

/** The contract of {@code receipt-declaration}: a loss is declared on paper, signed, and looked up in the books. */
final class ReceiptDeclarationProcess {

    static final String KEY = "receipt-declaration";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;
    /** Where the paper stands: {@code ledger}, {@code bank} or {@code none}. */
    static final Variable<String> LEDGER_COPY = new Variable<>("ledgerCopy", String.class);
    /** Out: whether the hold has begun. */
    static final Variable<Boolean> DECLARATION_ACCEPTED = new Variable<>("declarationAccepted", Boolean.class);

    /** On which days the customer, the consultant and the manager have signed. */
    static final List<FormField<LocalDate>> SIGNED_ON = List.of(
            new FormField<>("customerSignedOn", LocalDate.class),
            new FormField<>("consultantSignedOn", LocalDate.class),
            new FormField<>("managerSignedOn", LocalDate.class));

    static final FormField<String> FOUND_IN = new FormField<>("ledgerCopy", String.class);
    /** What was searched, and why it is not found. */
    static final FormField<String> NOT_FOUND = new FormField<>("ledgerNotFound", String.class);

    private ReceiptDeclarationProcess() {}
}
