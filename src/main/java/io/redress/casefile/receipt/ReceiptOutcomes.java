package io.redress.casefile.receipt;

import java.util.List;

/** What is due to whoever comes after the hold: a table that process owners edit. */
public interface ReceiptOutcomes {

    String REFUND = "refund";
    String REFUSED = "refused";

    /** A refund, one copy or both, or nothing. */
    List<String> ALL = List.of(REFUND, "receipt-copy", "invoice-copy", "both-copies", REFUSED);

    /** @return one of {@link #ALL} */
    String of(String lost, boolean refundDue, boolean byAgent);
}
