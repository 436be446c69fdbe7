package io.redress.casefile.money;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money that has moved. Lines are only ever added: what comes back is a line of its own.
 *
 * @param paymentId what a customer gets by it, or gives back; null for all else
 * @param recoveryId what somebody pays back by it; null for all else
 * @param claimId the claim that an insurer pays by it; null for all else
 * @param repaymentId the advance of a merchant that is paid back by it; null for all else
 * @param amount in CNY, above 0
 * @param proof what shows it
 */
public record LedgerLine(
        long id,
        long complaintId,
        Long paymentId,
        Long recoveryId,
        Long claimId,
        Long repaymentId,
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
        RECOVERY,
        /** A part of what an insurer pays for a claim. */
        PAYOUT,
        /** What a merchant has advanced for the house is back with it. */
        REPAYMENT
    }
}
