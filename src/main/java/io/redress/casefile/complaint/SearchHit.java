package io.redress.casefile.complaint;

/**
 * A case that was looked for.
 *
 * @param customerName personal; null when it isn't known
 */
public record SearchHit(Complaint complaint, String customerName) {}
