package io.redress.casefile.money;

import java.math.BigDecimal;

/**
 * Money that somebody wants a customer to have.
 *
 * @param measureId the measure by which it is paid; null when there is none
 * @param key tells this request from every other: the same key again is the same request
 * @param purpose what it is for, at most 1 000 characters
 * @param amount in CNY, above 0, at most two decimals
 * @param requestedBy the login of whoever agreed on the sum
 */
public record Offer(
        long complaintId,
        Long measureId,
        String key,
        String purpose,
        Payment.Kind kind,
        BigDecimal amount,
        String requestedBy) {}
