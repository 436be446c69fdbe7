package io.redress.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What one day is at a site: its openings in seconds after the beginning of the day, and why it is open or closed. */
final class DayPlan {

    final Step.Kind kind;
    final Holiday holiday;
    /** Of a day of a missing year: everything that might be open. */
    final int[] opens;

    final int[] closes;
    /** Where the day ends for business; two for a day of a missing year that might be a make-up day. */
    final int[] lastCloses;

    /** Whether the holidays of its year would have to be known. */
    final boolean unknown;

    private DayPlan(Step.Kind kind, Holiday holiday, List<Opening> openings, int[] lastCloses, boolean unknown) {
        this.kind = kind;
        this.holiday = holiday;
        this.opens = openings.stream().mapToInt(Opening::from).toArray();
        this.closes = openings.stream().mapToInt(Opening::to).toArray();
        this.lastCloses = lastCloses;
        this.unknown = unknown;
    }

    static DayPlan open(Step.Kind kind, List<Opening> openings) {
        return new DayPlan(
                kind,
                null,
                openings,
                new int[] {openings.get(openings.size() - 1).to()},
                false);
    }

    static DayPlan closed(Step.Kind kind, Holiday holiday) {
        return new DayPlan(kind, holiday, List.of(), new int[0], false);
    }

    /** A day of a missing year: it may be as usual, a holiday, or, where that is kept, a make-up day. */
    static DayPlan unknown(Step.Kind usual, List<Opening> usually, List<Opening> asMakeUpDay) {
        List<Opening> possible = Stream.of(usually, asMakeUpDay)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Opening::opens))
                .toList();
        int[] lastCloses = Stream.of(usually, asMakeUpDay)
                .filter(openings -> !openings.isEmpty())
                .mapToInt(openings -> openings.get(openings.size() - 1).to())
                .toArray();
        return new DayPlan(usual, null, possible, lastCloses, !possible.isEmpty());
    }

    boolean closed() {
        return opens.length == 0;
    }
}
