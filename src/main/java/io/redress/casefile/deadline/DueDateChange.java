package io.redress.casefile.deadline;

import java.time.Instant;

/**
 * A deadline whose due instant a change of target or calendar moves; null where there is none.
 *
 * @param provisional whether a notice of holidays that is still awaited can move it again
 */
public record DueDateChange(
        long complaintId, String kind, String name, Instant from, Instant to, boolean provisional) {}
