package io.redress.process.intake;

/**
 * What triage says of a complaint.
 *
 * @param severity {@code low}, {@code normal}, {@code high} or {@code critical}
 * @param complexity {@code simple} or {@code complex}
 * @param route the key of the process that handles it
 * @param ownerGroup the group that owns the case
 */
public record TriageResult(String severity, String complexity, String route, String ownerGroup) {}
