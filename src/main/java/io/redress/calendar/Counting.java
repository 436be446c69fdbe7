package io.redress.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One computation: a deadline that starts then, stands still in its pauses, and uses up what it is given. */
final class Counting {

    private static final long NEVER = Long.MIN_VALUE;
    private static final int WHOLE = 100;

    private final WorkingCalendar calendar;
    private final long start;
    private final Pauses pauses;
    private final Steps steps;

    /** What is still to be used up: seconds or days. */
    private long need;

    private boolean moved;

    Counting(WorkingCalendar calendar, Instant start, List<Pause> pauses, Steps steps) {
        this.calendar = calendar;
        this.start = calendar.inReach(start);
        this.pauses = Pauses.of(pauses);
        this.steps = steps;
    }

    Due due(Target target, boolean onOpenDay) {
        DeadlineUnit unit = target.unit();
        if (onOpenDay && unit != DeadlineUnit.DAYS) {
            throw new IllegalArgumentException("Only calendar days move to an open day, not " + target + ".");
        }
        steps.at(Step.Kind.START, start, 0);
        need = target.amount();
        long at;
        if (unit.countsDays()) {
            at = lastDay(unit, onOpenDay);
        } else {
            at = use(seconds(target), calendar.end(), !unit.countsElapsedTime());
        }
        if (at >= calendar.end()) {
            throw new DateOutOfReach();
        }
        if (at == NEVER) {
            steps.at(Step.Kind.PARKED, Math.max(start, pauses.openFrom()), 0);
            return new Due(null, unit, need, 0);
        }
        steps.at(Step.Kind.DUE, at, unit.countsDays() && !moved ? target.amount() : 0);
        boolean followsHolidays = onOpenDay || unit == DeadlineUnit.WORKING_DAYS || unit == DeadlineUnit.BUSINESS_HOURS;
        int awaited = followsHolidays ? calendar.awaitedYear(calendar.dayOf(start), calendar.dayOf(at)) : 0;
        if (awaited != 0) {
            steps.at(Step.Kind.PROVISIONAL, at, 0);
        }
        return new Due(Instant.ofEpochSecond(at), unit, 0, awaited);
    }

    Optional<Instant> atRisk(Target target, int percent) {
        if (percent < 1 || percent > WHOLE) {
            throw new IllegalArgumentException("A deadline is at risk at 1 to 100 %, not at " + percent + " %.");
        }
        if (target.shorterThanAnHour()) {
            return Optional.empty();
        }
        Due due = due(target, false);
        if (due.parked()) {
            return Optional.empty();
        }
        boolean openOnly = !target.unit().countsElapsedTime();
        return Optional.of(
                part(openOnly ? openingTime(due.at().getEpochSecond()) : seconds(target), percent, openOnly));
    }

    /** When half of the opening time from the start to that instant is used; the start where there is none. */
    Instant half(long to) {
        return part(openingTime(to), WHOLE / 2, true);
    }

    /** When that much of so many seconds is used, rounded down. */
    private Instant part(long all, int percent, boolean openOnly) {
        long hundredths = all * percent;
        // Part of a second is used within a second in which the deadline runs, which may be after a pause: look for its
        // end.
        boolean whole = hundredths % WHOLE == 0;
        long at = use(hundredths / WHOLE + (whole ? 0 : 1), calendar.end(), openOnly);
        return Instant.ofEpochSecond(whole ? at : at - 1);
    }

    /** The seconds from the start to an instant in which the site is open and the deadline runs. */
    long openingTime(long to) {
        long all = Math.max(0, to - start) + 1;
        use(all, to, true);
        return all - need;
    }

    private long seconds(Target target) {
        int each = target.unitSeconds();
        if (target.amount() > (calendar.end() - start) / each) {
            throw new DateOutOfReach();
        }
        return target.amount() * each;
    }

    /**
     * The earliest instant by which that many seconds are used up (rule 4), {@link #NEVER} when a pause is open before or
     * the end comes first.
     */
    private long use(long seconds, long end, boolean openOnly) {
        need = seconds;
        if (need == 0) {
            return start;
        }
        long from = start;
        for (int index = 0; index < pauses.size() && pauses.from(index) < end; index++) {
            if (pauses.to(index) <= start) {
                continue;
            }
            long at = useWithin(from, Math.max(from, pauses.from(index)), openOnly);
            if (at != NEVER) {
                return at;
            }
            steps.pause(Math.max(start, pauses.from(index)), pauses.to(index), pauses.open(index));
            if (pauses.open(index)) {
                return NEVER;
            }
            from = pauses.to(index);
        }
        long at = useWithin(from, end, openOnly);
        if (at == NEVER && end == calendar.end()) {
            throw new DateOutOfReach();
        }
        return at;
    }

    private long useWithin(long from, long to, boolean openOnly) {
        if (openOnly) {
            return useOpen(from, to);
        }
        long length = Math.max(0, to - from);
        if (need <= length) {
            return from + need;
        }
        need -= length;
        return NEVER;
    }

    private long useOpen(long from, long to) {
        if (from >= to) {
            return NEVER;
        }
        long day = calendar.dayOf(from);
        long cursor = from;
        for (long dayStart = calendar.startOf(day); dayStart < to; day++) {
            DayPlan plan = calendar.plan(day);
            long nextStart = calendar.startOf(day + 1);
            for (int range = 0; range < plan.opens.length; range++) {
                long open = Math.max(from, calendar.instant(day, plan.opens[range]));
                long close = Math.min(to, calendar.instant(day, plan.closes[range]));
                if (open >= close) {
                    continue;
                }
                calendar.known(plan, day);
                skip(plan, day, cursor, open);
                if (plan.kind == Step.Kind.MAKE_UP_DAY) {
                    steps.stretch(plan.kind, open, Math.min(close, open + need), 0, null);
                }
                if (need <= close - open) {
                    return open + need;
                }
                need -= close - open;
                cursor = close;
            }
            skip(plan, day, cursor, Math.min(to, nextStart));
            cursor = Math.max(cursor, nextStart);
            dayStart = nextStart;
        }
        return NEVER;
    }

    private void skip(DayPlan plan, long day, long from, long to) {
        Step.Kind kind = plan.kind;
        if (!plan.closed()) {
            boolean between = from >= calendar.instant(day, plan.closes[0])
                    && from < calendar.instant(day, plan.opens[plan.opens.length - 1]);
            kind = between ? Step.Kind.BREAK : Step.Kind.OUTSIDE_HOURS;
        }
        steps.stretch(kind, from, to, 0, plan.holiday);
    }

    /** The close of the last day that is counted (rules 1, 2, 3, 5), {@link #NEVER} when a pause is open before. */
    private long lastDay(DeadlineUnit unit, boolean onOpenDay) {
        if (need > WorkingCalendar.LAST_DAY - WorkingCalendar.FIRST_DAY) {
            throw new DateOutOfReach();
        }
        long all = need;
        long day = calendar.dayOf(start);
        long close = NEVER;
        int pause = 0;
        while (need > 0) {
            day++;
            if (stopped(day)) {
                pausesBefore(Long.MAX_VALUE, pause);
                return NEVER;
            }
            DayPlan plan = calendar.plan(day);
            close = unit == DeadlineUnit.DAYS ? calendar.endOf(day) : close(plan, day);
            if (close == NEVER) {
                whole(plan.kind, day, 0, plan.holiday);
                continue;
            }
            pause = pausesBefore(close, pause);
            if (pauses.leaveOut(close)) {
                whole(Step.Kind.LEFT_OUT, day, 0, null);
                continue;
            }
            need--;
            whole(unit == DeadlineUnit.DAYS ? Step.Kind.COUNTED : plan.kind, day, all - need, null);
        }
        return onOpenDay ? moved(day, pause) : close;
    }

    /** Moves on to a day that is open and does not close in a pause (rules 3, 5). */
    private long moved(long counted, int pausesTold) {
        int pause = pausesTold;
        long day = counted;
        while (true) {
            DayPlan plan = calendar.plan(day);
            long close = calendar.endOf(day);
            pause = pausesBefore(close, pause);
            boolean leftOut = pauses.leaveOut(close);
            if (!plan.closed() && !leftOut) {
                calendar.known(plan, day);
                if (day > counted) {
                    moved = true;
                    whole(Step.Kind.MOVED, day, 0, null);
                }
                return close;
            }
            whole(leftOut ? Step.Kind.LEFT_OUT : plan.kind, day, 0, leftOut ? null : plan.holiday);
            day++;
            if (stopped(day)) {
                pausesBefore(Long.MAX_VALUE, pause);
                return NEVER;
            }
        }
    }

    /** Whether the deadline stands still, as far as is known for good, before that day begins. */
    private boolean stopped(long day) {
        if (day > WorkingCalendar.LAST_DAY) {
            throw new DateOutOfReach();
        }
        long openFrom = pauses.openFrom();
        return openFrom != Long.MAX_VALUE && calendar.startOf(day) >= openFrom;
    }

    /** The close of a working day, {@link #NEVER} for a day that is none. */
    private long close(DayPlan plan, long day) {
        if (plan.closed()) {
            return NEVER;
        }
        for (int lastClose : plan.lastCloses) {
            if (!pauses.leaveOut(calendar.closeOf(day, lastClose))) {
                calendar.known(plan, day);
            }
        }
        return calendar.closeOf(day, plan.lastCloses[0]);
    }

    private int pausesBefore(long instant, int told) {
        int index = told;
        for (; index < pauses.size() && pauses.from(index) < instant; index++) {
            if (pauses.to(index) > start) {
                steps.pause(Math.max(start, pauses.from(index)), pauses.to(index), pauses.open(index));
            }
        }
        return index;
    }

    private void whole(Step.Kind kind, long day, long number, Holiday holiday) {
        if (steps != Steps.UNASKED) {
            steps.stretch(kind, calendar.startOf(day), calendar.startOf(day + 1), number, holiday);
        }
    }
}
