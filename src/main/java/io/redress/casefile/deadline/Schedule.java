package io.redress.casefile.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When time next does something to the clocks of one case. */
public final class Schedule {

    private final List<CaseClock> clocks;
    private final Predicate<CaseClock> warned;
    private final Function<CaseClock, Instant> waitOver;

    /**
     * @param warned whether the owner has been told that it is near, for its present due instant
     * @param waitOver when the wait is over that a clock measures
     */
    Schedule(List<CaseClock> clocks, Predicate<CaseClock> warned, Function<CaseClock, Instant> waitOver) {
        this.clocks = clocks;
        this.warned = warned;
        this.waitOver = waitOver;
    }

    /**
     * When the first clock of this kind is due that is not on record as breached.
     *
     * @param now the result is strictly later, in whole seconds
     * @param passedToo whether what has passed without having been recorded counts as the next second; a timer that is just
     *     firing for it must not count it again
     */
    public Optional<Instant> overdue(String kind, Instant now, boolean passedToo) {
        return earliest(of(kind).filter(CaseClock::runs).map(CaseClock::dueAt), now, passedToo);
    }

    /** When the wait that a clock of this kind measures is over; empty while it stands still, or where there is none. */
    public Optional<Instant> over(String kind) {
        return of(kind).filter(clock -> !clock.ended() && clock.dueAt() != null)
                .map(waitOver)
                .min(Comparator.naturalOrder());
    }

    /** When the first clock of the case comes near its due instant; {@code now} and {@code passedToo} as above. */
    public Optional<Instant> near(Instant now, boolean passedToo) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return earliest(
                clocks.stream()
                        .filter(clock -> clock.warns() && clock.dueAt().isAfter(second))
                        .filter(clock -> clock.atRiskAt().isAfter(second) || passedToo && !warned.test(clock))
                        .map(CaseClock::atRiskAt),
                now,
                passedToo);
    }

    /** When the first pause of the case ends by itself; {@code now} and {@code passedToo} as above. */
    public Optional<Instant> pauseOver(Instant now, boolean passedToo) {
        return earliest(
                clocks.stream().filter(clock -> !clock.ended()).flatMap(clock -> clock.pauseEndsAt().stream()),
                now,
                passedToo);
    }

    private Stream<CaseClock> of(String kind) {
        return clocks.stream().filter(clock -> clock.kind().equals(kind));
    }

    private static Optional<Instant> earliest(Stream<Instant> instants, Instant now, boolean passedToo) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return instants.filter(instant -> passedToo || instant.isAfter(second))
                .map(instant -> instant.isAfter(second) ? instant : second.plusSeconds(1))
                .min(Comparator.naturalOrder());
    }
}
