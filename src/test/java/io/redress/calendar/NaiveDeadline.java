package io.redress.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The counting rules once more, slow and plain: it walks through time step by step, looks at the clock on the wall, and
 * shares no code with the calendar. The wall clock never goes back: where it is put back, it waits.
 *
 * @param step seconds per step; everything that happens must fall on a step
 */
record NaiveDeadline(
        ZoneId zone,
        Map<DayOfWeek, List<Opening>> hours,
        List<Opening> makeUpHours,
        MakeUpDays makeUpDays,
        Set<LocalDate> closed,
        Set<LocalDate> madeUp,
        long step) {

    private static final int PATIENCE_IN_DAYS = 200;

    List<Opening> openings(LocalDate date) {
        if (closed.contains(date)) {
            return List.of();
        }
        boolean kept = makeUpDays == MakeUpDays.ALL
                || makeUpDays == MakeUpDays.SATURDAYS && date.getDayOfWeek() == DayOfWeek.SATURDAY;
        return madeUp.contains(date) && kept ? makeUpHours : hours.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private static boolean open(List<Opening> openings, LocalTime time) {
        return openings.stream()
                .anyMatch(opening -> !time.isBefore(opening.opens())
                        && (opening.closes().equals(LocalTime.MIDNIGHT) || time.isBefore(opening.closes())));
    }

    private static boolean paused(List<Pause> pauses, Instant instant) {
        return pauses.stream()
                .anyMatch(pause ->
                        !instant.isBefore(pause.from()) && (pause.to() == null || instant.isBefore(pause.to())));
    }

    /** Walks and counts; gives the instant at which the seconds are used up, null when that takes too long. */
    Instant use(Instant start, long seconds, List<Pause> pauses, boolean openOnly) {
        Instant limit = start.plusSeconds(PATIENCE_IN_DAYS * 86_400L);
        long used = 0;
        LocalDate date = null;
        LocalTime wall = null;
        List<Opening> openings = List.of();
        // From the beginning of the day, so that the wall clock is known; what is before the start does not count.
        Instant midnight = start.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        long lead = Math.floorMod(start.getEpochSecond() - midnight.getEpochSecond(), step);
        for (Instant now = midnight.plusSeconds(lead); now.isBefore(limit); now = now.plusSeconds(step)) {
            if (used >= seconds) {
                return now;
            }
            ZonedDateTime local = now.atZone(zone);
            if (!local.toLocalDate().equals(date)) {
                date = local.toLocalDate();
                wall = local.toLocalTime();
                openings = openings(date);
            } else if (local.toLocalTime().isAfter(wall)) {
                wall = local.toLocalTime();
            }
            if (!now.isBefore(start) && !paused(pauses, now) && (!openOnly || open(openings, wall))) {
                used += step;
            }
        }
        return null;
    }

    /** When business ends on that date, its last second where it is open until then; null when it does not open. */
    Instant close(LocalDate date) {
        Instant next = date.plusDays(1).atStartOfDay(zone).toInstant();
        List<Opening> openings = openings(date);
        if (openings.isEmpty()) {
            return null;
        }
        Instant close = null;
        LocalTime wall = LocalTime.MIDNIGHT;
        for (Instant now = date.atStartOfDay(zone).toInstant(); now.isBefore(next); now = now.plusSeconds(step)) {
            LocalTime time = now.atZone(zone).toLocalTime();
            wall = time.isAfter(wall) ? time : wall;
            if (open(openings, wall)) {
                close = now.plusSeconds(step);
            }
        }
        return close == null || close.isBefore(next) ? close : next.minusSeconds(1);
    }

    Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    private static boolean leftOut(List<Pause> pauses, Instant close) {
        return pauses.stream()
                .anyMatch(pause -> close.isAfter(pause.from()) && (pause.to() == null || !close.isAfter(pause.to())));
    }

    /** The close of the n-th (working) day after the start, null when that takes too long. */
    Instant countDays(Instant start, long n, List<Pause> pauses, boolean working, boolean toOpenDay) {
        LocalDate first = start.atZone(zone).toLocalDate();
        long counted = 0;
        for (int after = 1; after < PATIENCE_IN_DAYS; after++) {
            LocalDate date = first.plusDays(after);
            Instant close = working ? close(date) : endOf(date);
            if (close == null || leftOut(pauses, close)) {
                continue;
            }
            counted++;
            if (counted >= n && (!toOpenDay || !openings(date).isEmpty())) {
                return close;
            }
        }
        return null;
    }

    Instant due(Instant start, Target target, List<Pause> pauses) {
        return switch (target.unit()) {
            case MINUTES -> use(start, target.amount() * 60, pauses, false);
            case HOURS -> use(start, target.amount() * 3600, pauses, false);
            case BUSINESS_HOURS -> use(start, target.amount() * 3600, pauses, true);
            case DAYS -> countDays(start, target.amount(), pauses, false, false);
            case WORKING_DAYS -> countDays(start, target.amount(), pauses, true, false);
        };
    }
}
