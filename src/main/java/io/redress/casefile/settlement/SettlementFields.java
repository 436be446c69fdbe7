package io.redress.casefile.settlement;

import io.redress.casefile.entry.FormField;
import java.math.BigDecimal;
import java.util.Set;

/** What the forms ask about a settlement. */
final class SettlementFields {

    /** {@code agreed} or {@code refused}. */
    static final FormField<String> ANSWER = new FormField<>("settlementAnswer", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> AMOUNT = new FormField<>("settlementAmount", BigDecimal.class);

    static final FormField<String> ATTENDEES = new FormField<>("attendees", String.class);
    static final FormField<String> FACTS = new FormField<>("settlementFacts", String.class);
    /** The text of a {@link Payee.Kind}. */
    static final FormField<String> PAYEE_KIND = new FormField<>("payeeKind", String.class);

    static final FormField<String> PAYEE_NAME = new FormField<>("payeeName", String.class);
    /** The text of an {@link io.redress.casefile.identity.IdentityDocument.Kind}. */
    static final FormField<String> PAYEE_DOCUMENT = new FormField<>("payeeDocument", String.class);

    static final FormField<String> PAYEE_DOCUMENT_NUMBER = new FormField<>("payeeIdNumber", String.class);
    /** {@code cash} or {@code transfer}. */
    static final FormField<String> PAID_BY = new FormField<>("paidBy", String.class);

    static final FormField<String> BANK = new FormField<>("accountBank", String.class);
    static final FormField<String> ACCOUNT = new FormField<>("accountNumber", String.class);
    static final FormField<String> CASH_REASON = new FormField<>("cashReason", String.class);
    static final FormField<String> PAPERS_NEEDED = new FormField<>("papersNeededList", String.class);
    static final FormField<String> RECOVER_FROM = new FormField<>("recoverFrom", String.class);
    static final FormField<BigDecimal> RECOVERABLE = new FormField<>("recoverableAmount", BigDecimal.class);

    static final Set<FormField<?>> ALL = Set.of(
            ANSWER,
            AMOUNT,
            ATTENDEES,
            FACTS,
            PAYEE_KIND,
            PAYEE_NAME,
            PAYEE_DOCUMENT,
            PAYEE_DOCUMENT_NUMBER,
            PAID_BY,
            BANK,
            ACCOUNT,
            CASH_REASON,
            PAPERS_NEEDED,
            RECOVER_FROM,
            RECOVERABLE);

    private SettlementFields() {}
}
