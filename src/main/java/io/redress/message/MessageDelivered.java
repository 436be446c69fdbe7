package io.redress.message;

import java.time.Instant;

/**
 * A message has arrived; said within the transaction that records it.
 *
 * @param template the name of its text
 * @param by who told it, or the system
 */
public record MessageDelivered(long complaintId, String template, Instant at, String by) {}
