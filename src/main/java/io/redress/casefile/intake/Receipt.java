package io.redress.casefile.intake;

import java.time.Instant;

/**
 * What whoever posts a complaint is told.
 *
 * @param number what the customer quotes: {@code C-20261121-0007}
 * @param receivedAt when the complaint reached the organisation; deadlines count from here
 */
public record Receipt(String number, Instant receivedAt) {}
