package io.redress.casefile.money;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money that has moved. Lines are only ever added: what comes back is a line of its own.
 *
 * @param paymentId null for what somebody pays back
 * @param recoveryId what somebody pays back by it; null for payments
 * @param amount in CNY, above 0
 * @param proof what shows it
 */
public record LedgerLine(
        long id,
        long complaintId,
        Long paymentId,
        Long recoveryId,
        Kind kind,
        BigDecimal amount,
        Party payer,
        Party payee,
        Means means,
        String proof,
        String by,
        Instant at) {

    /** What moved it. */
    public enum Kind {
        PAYMENT,
        /** A payment that was not taken, or not signed for, is back. */
        REVERSAL,
        /** A part of what somebody owes the house. */
        RECOVERY
    }
}
