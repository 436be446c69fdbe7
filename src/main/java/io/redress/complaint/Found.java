package io.redress.complaint;

/**
 * A case that was looked for.
 *
 * @param customerName personal; null when it isn't known
 */
public record Found(Complaint complaint, String customerName) {}
