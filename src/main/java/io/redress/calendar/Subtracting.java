package io.redress.calendar;

import java.time.Instant;

/** Counts back from an instant to the latest start whose target is due by then. */
final class Subtracting {

    private final WorkingCalendar calendar;
    private final long end;

    Subtracting(WorkingCalendar calendar, Instant end) {
        this.calendar = calendar;
        this.end = calendar.inReach(end);
    }

    Instant latestStart(Target target) {
        long room = end - calendar.startOf(WorkingCalendar.FIRST_DAY);
        if (target.amount() > room / (target.unit().countsDays() ? 1 : target.unitSeconds())) {
            throw new DateOutOfReach();
        }
        long start = switch (target.unit()) {
            case MINUTES, HOURS -> end - target.amount() * target.unitSeconds();
            case DAYS -> calendar.endOf(reached(calendar.lastEnded(end) - target.amount()));
            case WORKING_DAYS -> beforeWorkingDays(target.amount());
            case BUSINESS_HOURS -> beforeOpeningTime(target.amount() * target.unitSeconds());
        };
        return Instant.ofEpochSecond(start);
    }

    private long beforeWorkingDays(long count) {
        long missing = count;
        long day = calendar.dayOf(end) + 1;
        while (missing > 0) {
            day--;
            if (calendar.closedBy(reached(day), end)) {
                missing--;
            }
        }
        return calendar.endOf(reached(day - 1));
    }

    private long beforeOpeningTime(long seconds) {
        long missing = seconds;
        for (long day = calendar.dayOf(end); ; day--) {
            DayPlan plan = calendar.plan(reached(day));
            for (int range = plan.opens.length - 1; range >= 0; range--) {
                long open = calendar.instant(day, plan.opens[range]);
                long close = Math.min(end, calendar.instant(day, plan.closes[range]));
                if (open >= close) {
                    continue;
                }
                calendar.known(plan, day);
                if (missing <= close - open) {
                    return close - missing;
                }
                missing -= close - open;
            }
        }
    }

    private static long reached(long day) {
        if (day < WorkingCalendar.FIRST_DAY) {
            throw new DateOutOfReach();
        }
        return day;
    }
}
