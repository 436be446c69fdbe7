package io.redress.casefile.insurance;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was agreed with a customer under a claim; the insurer is to pay it.
 *
 * @param measureId the measure that pays it
 * @param amount in CNY
 * @param byMerchant whether a merchant advances it on the mall’s behalf
 * @param papers what was handed over of it, a line each; null before
 * @param handedBy who gave the signed papers to administration; null before
 * @param takenBy who took them; null before
 */
public record InsuredLoss(
        long measureId,
        long complaintId,
        BigDecimal amount,
        boolean byMerchant,
        String papers,
        String handedBy,
        String takenBy,
        Instant takenAt) {

    /** Whether its signed papers are with administration. */
    public boolean handedOver() {
        return takenAt != null;
    }
}
