package io.redress.casefile.message;

import java.time.Instant;

/**
 * A message has arrived; never said in the transaction in which it leaves by e-mail.
 *
 * @param template the name of its text
 * @param at when it did, which may be a while ago
 * @param by who told it, or the system
 */
public record MessageDelivered(long complaintId, String template, Instant at, String by) {}
