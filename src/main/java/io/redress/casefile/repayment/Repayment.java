package io.redress.casefile.repayment;

import io.redress.merchant.BankAccount;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the mall owes a merchant that has paid a customer on its behalf.
 *
 * @param measureId the measure that the merchant paid
 * @param merchant its id; null where the register does not have it
 * @param merchantName as it was called when it paid
 * @param advanced in CNY
 * @param amount what it gets back, in CNY; null until the insurer has paid, or it is decided what it bears
 * @param account where it went; null before
 */
public record Repayment(
        long id,
        long complaintId,
        long measureId,
        String merchant,
        String merchantName,
        BigDecimal advanced,
        BigDecimal amount,
        BankAccount account,
        Instant begunAt,
        String paidBy,
        Instant paidAt) {

    /** Whether the merchant waits for its money, or to hear that it gets none. */
    public boolean waitedFor() {
        return paidAt == null && (amount == null || amount.signum() > 0);
    }
}
