package io.redress.casefile.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When time next does something to the deadlines of one case. */
public final class Schedule {

    private final List<Deadline> deadlines;
    private final Predicate<Deadline> warned;
    private final Function<Deadline, Instant> waitOver;

    /**
     * @param warned whether the owner has been told that it is near, for its present due instant
     * @param waitOver when the wait is over that a deadline measures
     */
    Schedule(List<Deadline> deadlines, Predicate<Deadline> warned, Function<Deadline, Instant> waitOver) {
        this.deadlines = deadlines;
        this.warned = warned;
        this.waitOver = waitOver;
    }

    /**
     * When the first deadline of this kind is due that is not on record as breached.
     *
     * @param now the result is strictly later, in whole seconds
     * @param passedToo whether what has passed without having been recorded counts as the next second; a timer that is just
     *     firing for it must not count it again
     */
    public Optional<Instant> overdue(String kind, Instant now, boolean passedToo) {
        return earliest(of(kind).filter(Deadline::runs).map(Deadline::dueAt), now, passedToo);
    }

    /** When the wait that a deadline of this kind measures is over; empty while it stands still, or where there is none. */
    public Optional<Instant> over(String kind) {
        return of(kind).filter(deadline -> !deadline.ended() && deadline.dueAt() != null)
                .map(waitOver)
                .min(Comparator.naturalOrder());
    }

    /** When the first deadline of the case comes near its due instant; {@code now} and {@code passedToo} as above. */
    public Optional<Instant> near(Instant now, boolean passedToo) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return earliest(
                deadlines.stream()
                        .filter(deadline -> deadline.warns() && deadline.dueAt().isAfter(second))
                        .filter(deadline -> deadline.atRiskAt().isAfter(second) || passedToo && !warned.test(deadline))
                        .map(Deadline::atRiskAt),
                now,
                passedToo);
    }

    /** When the first pause of the case ends by itself; {@code now} and {@code passedToo} as above. */
    public Optional<Instant> pauseOver(Instant now, boolean passedToo) {
        return earliest(
                deadlines.stream()
                        .filter(deadline -> !deadline.ended())
                        .flatMap(deadline -> deadline.pauseEndsAt().stream()),
                now,
                passedToo);
    }

    private Stream<Deadline> of(String kind) {
        return deadlines.stream().filter(deadline -> deadline.kind().equals(kind));
    }

    private static Optional<Instant> earliest(Stream<Instant> instants, Instant now, boolean passedToo) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return instants.filter(instant -> passedToo || instant.isAfter(second))
                .map(instant -> instant.isAfter(second) ? instant : second.plusSeconds(1))
                .min(Comparator.naturalOrder());
    }
}
