package io.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.calendar.Situation.Supposition;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every calendar, target and pause; a failure names the seed of its situation. */
class CalendarPropertiesTest {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void agreesWithTheWallClockMinuteByMinute(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, MINUTE);
        NaiveDeadline naive = situation.naive(MINUTE, Supposition.USUAL);
        assertThat(situation.due().at())
                .isEqualTo(naive.due(situation.start(), situation.target(), situation.pauses()));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void agreesWithTheWallClockSecondBySecond(@ForAll long seed) {
        Situation any = Situation.random(seed, true, 1);
        boolean days = any.target().unit().countsDays();
        Situation situation = any.with(new Target(
                        1 + any.target().amount() % (days ? 2 : 12),
                        any.target().unit()))
                .with(any.pauses().stream().filter(pause -> pause.to() != null).toList());
        NaiveDeadline naive = situation.naive(1, Supposition.USUAL);
        assertThat(situation.due().at())
                .isEqualTo(naive.due(situation.start(), situation.target(), situation.pauses()));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void movesToAnOpenDayAsTheWallClockDoes(@ForAll long seed) {
        Situation any = Situation.random(seed, true, MINUTE);
        Target days = new Target(any.target().amount() % 20 + 1, DeadlineUnit.DAYS);
        Instant naive =
                any.naive(MINUTE, Supposition.USUAL).countDays(any.start(), days.amount(), any.pauses(), false, true);
        assertThat(any.calendar().dueOnOpenDay(any.start(), days, any.pauses()).at())
                .isEqualTo(naive);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void refusesExactlyWhatDependsOnAMissingYear(@ForAll long seed) {
        Situation situation = Situation.random(seed, false, MINUTE);
        Set<Instant> possible = new HashSet<>();
        for (Supposition supposition : Supposition.values()) {
            possible.add(situation
                    .naive(MINUTE, supposition)
                    .due(situation.start(), situation.target(), situation.pauses()));
        }
        Optional<Instant> due;
        try {
            due = Optional.ofNullable(situation.due().at());
        } catch (YearNotLoaded refused) {
            // With an open pause there is no due instant either way, but what is left depends on the year.
            boolean parked = situation.pauses().stream().anyMatch(pause -> pause.to() == null);
            assertThat(possible)
                    .satisfiesAnyOf(
                            all -> assertThat(all).hasSizeGreaterThan(1),
                            all -> assertThat(parked).isTrue());
            return;
        }
        assertThat(possible).containsExactly(due.orElse(null));
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void measuresWhatWasAdded(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, 1);
        WorkingCalendar calendar = situation.calendar();
        Target target = situation.target();
        Instant start = situation.start();
        Instant due = calendar.add(start, target);
        switch (target.unit()) {
            case MINUTES -> assertThat(situation.sinceStart(due)).isEqualTo(Duration.ofMinutes(target.amount()));
            case HOURS -> assertThat(situation.sinceStart(due)).isEqualTo(Duration.ofHours(target.amount()));
            case BUSINESS_HOURS -> {
                assertThat(calendar.openingTime(start, due)).isEqualTo(Duration.ofHours(target.amount()));
                assertThat(calendar.openingTime(start, due.minusSeconds(1)))
                        .isLessThan(Duration.ofHours(target.amount()));
            }
            case DAYS -> {
                assertThat(calendar.days(start, due)).isEqualTo(target.amount());
                assertThat(calendar.days(start, due.minusSeconds(1))).isEqualTo(target.amount() - 1);
            }
            case WORKING_DAYS -> {
                assertThat(calendar.workingDays(start, due)).isEqualTo(target.amount());
                assertThat(calendar.workingDays(start, due.minusSeconds(1))).isEqualTo(target.amount() - 1);
            }
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void subtractsToTheLatestStartThatIsInTime(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, 1);
        Instant end = situation.start().plus(Duration.ofDays(90));
        Instant latest = situation.calendar().subtract(end, situation.target());
        assertThat(situation.calendar().add(latest, situation.target())).isBeforeOrEqualTo(end);
        assertThat(situation.calendar().add(latest.plusSeconds(1), situation.target()))
                .isAfter(end);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void isDueNoEarlierForALaterStartOrALargerTarget(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, 1);
        WorkingCalendar calendar = situation.calendar();
        Target target = situation.target();
        Instant later = situation.start().plusSeconds(new Random(seed).nextInt(3 * 86_400));
        Instant due = atOrNever(situation.due());
        assertThat(atOrNever(calendar.due(later, target, situation.pauses()))).isAfterOrEqualTo(due);
        Target larger = new Target(target.amount() + 1, target.unit());
        Instant dueLarger = atOrNever(calendar.due(situation.start(), larger, situation.pauses()));
        assertThat(dueLarger.equals(Instant.MAX) || dueLarger.isAfter(due)).isTrue();
        assertThat(due).isAfter(situation.start());
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void doesNotMindHowPausesAreWrittenDown(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, 1);
        Random random = new Random(seed);
        List<Pause> rewritten = new ArrayList<>();
        for (Pause pause : situation.pauses()) {
            rewritten.add(pause);
            if (pause.to() == null) {
                continue;
            }
            int length = (int) Duration.between(pause.from(), pause.to()).toSeconds();
            Instant middle = pause.from().plusSeconds(random.nextInt(length + 1));
            switch (random.nextInt(3)) {
                case 0 -> rewritten.add(new Pause(pause.from(), middle));
                case 1 -> rewritten.add(pause);
                default -> {
                    rewritten.remove(pause);
                    rewritten.add(new Pause(middle, pause.to()));
                    rewritten.add(new Pause(pause.from(), middle));
                }
            }
        }
        Collections.shuffle(rewritten, random);
        assertThat(situation.with(rewritten).due()).isEqualTo(situation.due());
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void isNeverDueEarlierForAPauseAndIgnoresThoseThatComeTooLate(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, 1);
        Random random = new Random(seed);
        Due due = situation.due();
        Instant from = situation.start().plusSeconds(random.nextInt(10 * 86_400));
        Pause more = new Pause(from, from.plusSeconds(random.nextInt(3 * 86_400)));
        Instant dueWithMore =
                atOrNever(situation.with(and(situation.pauses(), more)).due());
        assertThat(dueWithMore).isAfterOrEqualTo(atOrNever(due));
        if (!due.parked()) {
            Pause late = new Pause(due.at().plusSeconds(random.nextInt(2)), null);
            assertThat(situation.with(and(situation.pauses(), late)).due()).isEqualTo(due);
            // Only a deadline that stands still at the due instant moves it.
            Pause justInTime = new Pause(due.at().minusSeconds(1), due.at());
            assertThat(atOrNever(
                            situation.with(and(situation.pauses(), justInTime)).due()))
                    .isAfter(due.at());
        }
        Pause early = new Pause(situation.start().minusSeconds(HOUR), situation.start());
        assertThat(situation.with(and(situation.pauses(), early)).due()).isEqualTo(due);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void isAtRiskWhenTheShareIsUsedToTheSecond(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, 1);
        Assume.that(!situation.due().parked());
        Instant due = situation.due().at();
        int percent = 1 + new Random(seed).nextInt(100);
        Optional<Instant> atRisk =
                situation.calendar().atRisk(situation.start(), situation.target(), situation.pauses(), percent);
        if (situation.target().unit() == DeadlineUnit.MINUTES
                && situation.target().amount() < MINUTE) {
            assertThat(atRisk).isEmpty();
            return;
        }
        Instant at = atRisk.orElseThrow();
        assertThat(at).isAfterOrEqualTo(situation.start()).isBeforeOrEqualTo(due);
        long share = used(situation, due) * percent;
        long used = used(situation, at) * 100;
        assertThat(used).isLessThanOrEqualTo(share);
        if (used < share) {
            assertThat(used(situation, at.plusSeconds(1)) * 100).isGreaterThan(share);
        } else if (at.isAfter(situation.start())) {
            assertThat(used(situation, at.minusSeconds(1)) * 100).isLessThan(share);
        }
    }

    /** Seconds of the deadline's own kind from the start, with the pauses cut out one by one. */
    private static long used(Situation situation, Instant to) {
        if (!situation.target().unit().countsElapsedTime()) {
            return situation
                    .calendar()
                    .openingTime(situation.start(), to, situation.pauses())
                    .toSeconds();
        }
        Set<Long> ends = new TreeSet<>(List.of(situation.start().getEpochSecond(), to.getEpochSecond()));
        for (Pause pause : situation.pauses()) {
            ends.add(pause.from().getEpochSecond());
            if (pause.to() != null) {
                ends.add(pause.to().getEpochSecond());
            }
        }
        long used = 0;
        Long before = null;
        for (Long end : ends) {
            if (before != null && before >= situation.start().getEpochSecond() && end <= to.getEpochSecond()) {
                Instant begin = Instant.ofEpochSecond(before);
                boolean paused = situation.pauses().stream()
                        .anyMatch(pause ->
                                !begin.isBefore(pause.from()) && (pause.to() == null || begin.isBefore(pause.to())));
                used += paused ? 0 : end - before;
            }
            before = end;
        }
        return used;
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void measuresOpeningTimeAsTheWallClockDoes(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, MINUTE)
                .with(new Target(1 + Math.floorMod(seed, 20L), DeadlineUnit.BUSINESS_HOURS));
        Assume.that(!situation.due().parked());
        long seconds = situation.target().amount() * HOUR;
        Instant due =
                situation.naive(MINUTE, Supposition.USUAL).use(situation.start(), seconds, situation.pauses(), true);
        assertThat(situation.calendar().openingTime(situation.start(), due, situation.pauses()))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void explainsEverySecondAndEveryDay(@ForAll long seed) {
        Situation situation = Situation.random(seed, true, 1);
        Explanation explanation =
                situation.calendar().explain(situation.start(), situation.target(), situation.pauses());
        List<Step> steps = explanation.steps();
        assertThat(explanation.due()).isEqualTo(situation.due());
        assertThat(steps.get(0).kind()).isEqualTo(Step.Kind.START);
        for (Language language : Language.values()) {
            assertThat(explanation.sentences(new Sentences(language)))
                    .hasSameSizeAs(steps)
                    .noneMatch(String::isBlank);
        }
        if (explanation.due().parked()) {
            assertThat(steps.get(steps.size() - 1).kind()).isEqualTo(Step.Kind.PARKED);
            return;
        }
        Instant due = explanation.due().at();
        assertThat(steps)
                .anyMatch(step -> step.kind() == Step.Kind.DUE && step.from().equals(due));
        if (situation.target().unit().countsDays()) {
            assertThat(steps.stream()
                            .filter(step -> step.kind() == Step.Kind.COUNTED || step.kind() == Step.Kind.MAKE_UP_DAY)
                            .mapToLong(step -> step.last() - step.first() + 1)
                            .sum())
                    .isEqualTo(situation.target().amount());
        } else {
            long skipped = seconds(
                    steps,
                    Step.Kind.PAUSE,
                    Step.Kind.WEEKEND,
                    Step.Kind.DAY_OFF,
                    Step.Kind.HOLIDAY,
                    Step.Kind.OUTSIDE_HOURS,
                    Step.Kind.BREAK);
            long target = situation.target().amount() * situation.target().unitSeconds();
            assertThat(situation.sinceStart(due).toSeconds()).isEqualTo(target + skipped);
        }
    }

    private static long seconds(List<Step> steps, Step.Kind... kinds) {
        return steps.stream()
                .filter(step -> Arrays.asList(kinds).contains(step.kind()))
                .mapToLong(step -> Duration.between(step.from(), step.to()).toSeconds())
                .sum();
    }

    private static List<Pause> and(List<Pause> pauses, Pause more) {
        List<Pause> all = new ArrayList<>(pauses);
        all.add(more);
        return all;
    }

    private static Instant atOrNever(Due due) {
        return due.parked() ? Instant.MAX : due.at();
    }
}
