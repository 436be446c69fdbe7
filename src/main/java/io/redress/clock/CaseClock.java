package io.redress.clock;

import io.redress.calendar.Pause;
import io.redress.calendar.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One clock of a case.
 *
 * @param kind the deadline's id, such as {@code FIRST_RESPONSE}
 * @param name what people call it: the kind, or what an outside authority's deadline was named
 * @param calendar the id of the calendar it counts on
 * @param dueAt null while it is paused without an end, or can't be computed
 * @param atRiskAt null where there is no warning
 * @param endedAt when it was met or cancelled; a breached clock that was done late has one too
 * @param notComputable why there is no due instant though it runs; null otherwise
 * @param pauses in order; the last may be open
 */
public record CaseClock(
        long id,
        long complaintId,
        String kind,
        String name,
        Target target,
        String calendar,
        int warnPercent,
        String escalateTo,
        boolean pausable,
        ClockState state,
        Instant startedAt,
        Instant dueAt,
        Instant atRiskAt,
        Instant endedAt,
        String notComputable,
        List<ClockPause> pauses) {

    /** Deadlines that an outside authority sets are of this kind. */
    public static final String OUTSIDE = "OUTSIDE";

    private static final Duration LONGEST_PAUSE = Duration.ofHours(30 * 24);

    public record ClockPause(PauseReason reason, Instant from, Instant to) {}

    List<Pause> intervals() {
        return pauses.stream().map(pause -> new Pause(pause.from(), pause.to())).toList();
    }

    /** When a pause for customer or papers ends by itself. */
    Optional<Instant> pauseEndsAt() {
        return pauses.stream()
                .filter(pause -> pause.to() == null && pause.reason().endsByItself())
                .map(pause -> pause.from().plus(LONGEST_PAUSE))
                .findFirst();
    }
}
