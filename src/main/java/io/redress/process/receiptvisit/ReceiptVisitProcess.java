package io.redress.process.receiptvisit;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The contract of {@code receipt-visit}: the hold is over, and the customer gets the refund or the copies that are due. */
final class ReceiptVisitProcess {

    static final String KEY = "receipt-visit";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** What the table gives: {@code refund}, or which copies. */
    static final Variable<String> RECEIPT_OUTCOME = new Variable<>("receiptOutcome", String.class);
    /** {@code due} or {@code not-due}. */
    static final Variable<String> REFUND_REVIEW = new Variable<>("refundReview", String.class);

    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);
    /** Out: whether the customer has got it. */
    static final Variable<Boolean> VISIT_SERVED = new Variable<>("visitServed", Boolean.class);

    static final FormField<String> REVIEW = new FormField<>("refundReview", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> REFUND = new FormField<>("refundAmount", BigDecimal.class);
    /** By the end of which day finance pays. */
    static final FormField<LocalDate> PAY_BY = new FormField<>("refundPayBy", LocalDate.class);
    /** Why it is due or not. */
    static final FormField<String> REASON = new FormField<>("refundReason", String.class);

    private ReceiptVisitProcess() {}
}
