package io.redress.casefile.treatment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money so that somebody who is hurt is treated, before anybody knows who is liable; what has not happened yet is null.
 *
 * @param reference what asked for it: asked twice, it is one
 * @param amount in CNY, above 0
 * @param grantedBy who has said yes
 * @param paymentId its payment in the ledger
 * @param pettyCash whether it is paid from the petty cash, since nobody of finance is there at that hour
 * @param overAt when it was paid and accounted for, or came to nothing
 * @param setOffBy the measure that pays the rest of what was agreed with the customer; it has been taken off that
 * @param fate what was decided where nothing was agreed
 */
public record TreatmentAdvance(
        long id,
        long complaintId,
        String reference,
        BigDecimal amount,
        String askedBy,
        Instant askedAt,
        String grantedBy,
        Long paymentId,
        Boolean pettyCash,
        Instant overAt,
        String refundedBy,
        Instant refundedAt,
        String refundProof,
        Long setOffBy,
        Fate fate) {

    /** What becomes of an advance of a case in which nothing is agreed. */
    public enum Fate {
        KEPT,
        RECLAIMED
    }
}
