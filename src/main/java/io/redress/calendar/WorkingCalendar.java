package io.redress.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When a site is open, and from that when its deadlines are due: the one calendar function of Redress. The numbered rules
 * are those of docs/deadlines.md. Immutable; all answers are whole seconds, fractions of a second in what
 * is asked are cut off (rule 11).
 *
 * <p>Where the local clock is put forward, a time that it skips is the instant of the change; where it is put back, a time
 * that it shows twice is the first of both. A day lasts until the next one begins, and closes with its last second.
 *
 * <p>Every computation may throw {@link YearNotLoaded} when it has to know whether a day of a missing year is open
 * (rule 8), and {@link DateOutOfReach} outside the years 1900 to 2999.
 */
public final class WorkingCalendar {

    static final long FIRST_DAY = LocalDate.of(1900, 1, 1).toEpochDay();
    static final long LAST_DAY = LocalDate.of(2999, 12, 31).toEpochDay();

    private static final int WEEK = 7;

    private final String id;
    private final ZoneId zone;
    private final boolean closedOnHolidays;
    private final SortedMap<Integer, HolidayYear> years;

    private final DayPlan[] week = new DayPlan[WEEK];
    private final DayPlan[] unknownWeek = new DayPlan[WEEK];
    private final DayPlan[] loadedDays;
    private final long firstLoadedDay;

    private final ZoneRules rules;
    private final long sameOffsetFrom;
    private final int sameOffset;
    private final long end;

    private WorkingCalendar(
            String id,
            ZoneId zone,
            Map<DayOfWeek, List<Opening>> hours,
            boolean closedOnHolidays,
            MakeUpDays makeUpDays,
            List<Opening> makeUpHours,
            Collection<HolidayYear> years) {
        this.id = id;
        this.zone = zone;
        this.closedOnHolidays = closedOnHolidays;
        this.years = new TreeMap<>();
        years.forEach(year -> this.years.put(year.year(), year));

        Map<DayOfWeek, List<Opening>> sorted = new EnumMap<>(DayOfWeek.class);
        hours.forEach((weekday, openings) -> sorted.put(weekday, Opening.inOrder(openings)));
        if (sorted.values().stream().allMatch(List::isEmpty)) {
            throw new InvalidCalendar("calendar.never-open");
        }
        if (makeUpHours.isEmpty() != (makeUpDays == MakeUpDays.NONE)) {
            throw new InvalidCalendar("calendar.make-up-hours");
        }
        DayPlan makeUpDay =
                makeUpHours.isEmpty() ? null : DayPlan.open(Step.Kind.MAKE_UP_DAY, Opening.inOrder(makeUpHours));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            List<Opening> openings = sorted.getOrDefault(weekday, List.of());
            Step.Kind kind = !openings.isEmpty()
                    ? Step.Kind.COUNTED
                    : weekday.compareTo(DayOfWeek.FRIDAY) > 0 ? Step.Kind.WEEKEND : Step.Kind.DAY_OFF;
            week[weekday.ordinal()] = openings.isEmpty() ? DayPlan.closed(kind, null) : DayPlan.open(kind, openings);
            unknownWeek[weekday.ordinal()] =
                    DayPlan.unknown(kind, openings, makeUpDays.keeps(weekday) ? makeUpHours : List.of());
        }

        if (closedOnHolidays && !this.years.isEmpty()) {
            firstLoadedDay = LocalDate.of(this.years.firstKey(), 1, 1).toEpochDay();
            long afterLoaded = LocalDate.of(this.years.lastKey() + 1, 1, 1).toEpochDay();
            loadedDays = new DayPlan[(int) (afterLoaded - firstLoadedDay)];
            this.years.values().forEach(year -> load(year, makeUpDays, makeUpDay));
        } else {
            firstLoadedDay = 0;
            loadedDays = new DayPlan[0];
        }

        rules = zone.getRules();
        List<ZoneOffsetTransition> changes = rules.getTransitions();
        if (!rules.getTransitionRules().isEmpty()) {
            sameOffsetFrom = Long.MAX_VALUE;
            sameOffset = 0;
        } else if (changes.isEmpty()) {
            sameOffsetFrom = Long.MIN_VALUE;
            sameOffset = rules.getOffset(Instant.EPOCH).getTotalSeconds();
        } else {
            ZoneOffsetTransition last = changes.get(changes.size() - 1);
            sameOffsetFrom = last.toEpochSecond() + 2 * Opening.DAY;
            sameOffset = last.getOffsetAfter().getTotalSeconds();
        }
        end = startOf(LAST_DAY + 1);
    }

    /** The calendar of a site that public holidays do not concern: every year of it is known. */
    public static WorkingCalendar openOnHolidays(String id, ZoneId zone, Map<DayOfWeek, List<Opening>> hours) {
        return new WorkingCalendar(id, zone, hours, false, MakeUpDays.NONE, List.of(), List.of());
    }

    /**
     * The calendar of a site that closes on public holidays.
     *
     * @param hours a weekday without openings is closed
     * @param makeUpHours the openings of a make-up day that the site keeps, whatever its weekday (rule 6); empty when it
     *     keeps none
     * @param years those that are loaded
     * @throws InvalidCalendar when openings overlap, the site never opens, or make-up days and make-up hours do not match
     */
    public static WorkingCalendar closedOnHolidays(
            String id,
            ZoneId zone,
            Map<DayOfWeek, List<Opening>> hours,
            MakeUpDays makeUpDays,
            List<Opening> makeUpHours,
            Collection<HolidayYear> years) {
        return new WorkingCalendar(id, zone, hours, true, makeUpDays, makeUpHours, years);
    }

    private void load(HolidayYear year, MakeUpDays kept, DayPlan makeUpDay) {
        for (LocalDate date = LocalDate.of(year.year(), 1, 1); date.getYear() == year.year(); date = date.plusDays(1)) {
            Holiday holiday = year.closed().get(date);
            DayPlan plan;
            if (holiday != null) {
                plan = DayPlan.closed(Step.Kind.HOLIDAY, holiday);
            } else if (year.makeUpDays().contains(date) && kept.keeps(date.getDayOfWeek())) {
                plan = makeUpDay;
            } else {
                plan = week[date.getDayOfWeek().ordinal()];
            }
            loadedDays[(int) (date.toEpochDay() - firstLoadedDay)] = plan;
        }
    }

    public String id() {
        return id;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The years from the first date to the last whose holidays are missing; none when holidays do not concern the site. */
    public SortedSet<Integer> missingYears(LocalDate first, LocalDate last) {
        SortedSet<Integer> missing = new TreeSet<>();
        for (int year = first.getYear(); closedOnHolidays && year <= last.getYear(); year++) {
            if (!years.containsKey(year)) {
                missing.add(year);
            }
        }
        return missing;
    }

    /**
     * The days that the notice for that year can still change (rule 8): those of a provisional year, and the December before,
     * because notices for New Year have moved December days. Empty once the notice is loaded, and where there is no day to
     * change.
     */
    public Optional<ProvisionalDays> provisionalDays(int year) {
        HolidayYear loaded = years.get(year);
        if (!closedOnHolidays || loaded != null && !loaded.provisional()) {
            return Optional.empty();
        }
        LocalDate newYear = LocalDate.of(year, 1, 1);
        LocalDate first = years.containsKey(year - 1) ? newYear.minusMonths(1) : newYear;
        LocalDate last = (loaded != null ? newYear.plusYears(1) : newYear).minusDays(1);
        return Optional.of(new ProvisionalDays(year, first, last)).filter(days -> !first.isAfter(last));
    }

    /** When a deadline that started then and stood still in the pauses is due (rules 1, 2, 4, 5). */
    public Due due(Instant start, Target target, List<Pause> pauses) {
        return new Counting(this, start, pauses, Steps.UNASKED).due(target, false);
    }

    /**
     * The same for days whose last day must be open at the site: otherwise they end with the next open day (rule 3). A day
     * that closes while the deadline is paused is not moved to.
     */
    public Due dueOnOpenDay(Instant start, Target days, List<Pause> pauses) {
        return new Counting(this, start, pauses, Steps.UNASKED).due(days, true);
    }

    /** Why {@link #due} says so. */
    public Explanation explain(Instant start, Target target, List<Pause> pauses) {
        return explain(start, target, pauses, false);
    }

    /** Why {@link #dueOnOpenDay} says so. */
    public Explanation explainOnOpenDay(Instant start, Target days, List<Pause> pauses) {
        return explain(start, days, pauses, true);
    }

    private Explanation explain(Instant start, Target target, List<Pause> pauses, boolean onOpenDay) {
        Steps steps = Steps.asked();
        Due due = new Counting(this, start, pauses, steps).due(target, onOpenDay);
        return new Explanation(target, due, steps.list(), zone);
    }

    /**
     * When the deadline is at risk (rule 10): that percentage of its running time is used, or of the opening time until it is
     * due. Empty for targets under one hour and while there is no due instant. Unlike the due instant of calendar days,
     * this needs the years between start and due.
     *
     * @param percent 1 to 100
     */
    public Optional<Instant> atRisk(Instant start, Target target, List<Pause> pauses, int percent) {
        return new Counting(this, start, pauses, Steps.UNASKED).atRisk(target, percent);
    }

    /** When the target is reached from there without a pause: {@link #due} for what never stands still. */
    public Instant add(Instant start, Target target) {
        return due(start, target, List.of()).at();
    }

    /** The latest start from which the target is due not later than the end: {@link #add} backwards. */
    public Instant subtract(Instant end, Target target) {
        return new Subtracting(this, end).latestStart(target);
    }

    /** The opening time from one instant to another, none when the second is not after the first (rule 4). */
    public Duration openingTime(Instant from, Instant to) {
        return openingTime(from, to, List.of());
    }

    /** The opening time in which the deadline was not paused. */
    public Duration openingTime(Instant from, Instant to, List<Pause> pauses) {
        return Duration.ofSeconds(new Counting(this, from, pauses, Steps.UNASKED).openingTime(inReach(to)));
    }

    /** When half of the opening time between the two is over, rounded down; the first where there is none (rules 10, 11). */
    public Instant halfway(Instant from, Instant to) {
        return new Counting(this, from, List.of(), Steps.UNASKED).half(inReach(to));
    }

    /** How many calendar days after the day of the first instant have ended by the second (rules 1, 2). */
    public long days(Instant from, Instant to) {
        return Math.max(0, lastEnded(inReach(to)) - dayOf(inReach(from)));
    }

    /** How many working days after the day of the first instant have closed by the second (rules 1, 2). */
    public long workingDays(Instant from, Instant to) {
        long until = inReach(to);
        long count = 0;
        for (long day = dayOf(inReach(from)) + 1; startOf(day) < until; day++) {
            if (closedBy(day, until)) {
                count++;
            }
        }
        return count;
    }

    /** That instant when the site is open then, otherwise when it opens next. */
    public Instant firstOpening(Instant from) {
        long earliest = inReach(from);
        for (long day = dayOf(earliest); day <= LAST_DAY; day++) {
            DayPlan plan = plan(day);
            for (int range = 0; range < plan.opens.length; range++) {
                if (earliest < instant(day, plan.closes[range])) {
                    known(plan, day);
                    return Instant.ofEpochSecond(Math.max(earliest, instant(day, plan.opens[range])));
                }
            }
        }
        throw new DateOutOfReach();
    }

    /** When the site opens on the n-th working day after the day of the start: the moment of that day's reminder (rule 9). */
    public Instant openingOfWorkingDay(Instant start, long n) {
        long close = add(start, new Target(n, DeadlineUnit.WORKING_DAYS)).getEpochSecond();
        return firstOpening(Instant.ofEpochSecond(startOf(dayOf(close))));
    }

    /**
     * When a follow-up named in days or working days may be made, from the first day named to the last (rule 9).
     *
     * @throws IllegalArgumentException unless both count the same kind of days, the first not more than the last
     */
    public FollowUpWindow followUp(Instant settled, Target firstDay, Target lastDay) {
        if (!firstDay.unit().countsDays()
                || firstDay.unit() != lastDay.unit()
                || firstDay.amount() > lastDay.amount()) {
            throw new IllegalArgumentException("No follow-up from " + firstDay + " to " + lastDay + ".");
        }
        long first = dayOf(add(settled, firstDay).getEpochSecond());
        return new FollowUpWindow(firstOpening(Instant.ofEpochSecond(startOf(first))), add(settled, lastDay));
    }

    /** The last second of a date: when what is promised or planned for that date is due (rule 1). */
    public Instant endOf(LocalDate date) {
        return Instant.ofEpochSecond(endOf(date.toEpochDay()));
    }

    // Days are numbered from 1970-01-01 and instants are epoch seconds from here on: this is the inner loop of
    // everything.

    DayPlan plan(long day) {
        if (closedOnHolidays) {
            long index = day - firstLoadedDay;
            DayPlan plan = index >= 0 && index < loadedDays.length ? loadedDays[(int) index] : null;
            return plan != null ? plan : unknownWeek[weekday(day)];
        }
        return week[weekday(day)];
    }

    /** Refuses to go on when the day is of a missing year and may be open (rule 8). */
    void known(DayPlan plan, long day) {
        if (plan.unknown) {
            throw new YearNotLoaded(id, LocalDate.ofEpochDay(day).getYear());
        }
    }

    /** The year whose notice can still change a day from the first to the last (rule 8), 0 when there is none. */
    int awaitedYear(long first, long last) {
        int lastYear = LocalDate.ofEpochDay(last).getYear() + 1;
        for (int year = LocalDate.ofEpochDay(first).getYear(); closedOnHolidays && year <= lastYear; year++) {
            Optional<ProvisionalDays> touched = provisionalDays(year)
                    .filter(days ->
                            days.first().toEpochDay() <= last && days.last().toEpochDay() >= first);
            if (touched.isPresent()) {
                return year;
            }
        }
        return 0;
    }

    private static int weekday(long day) {
        // 1970-01-01 was a Thursday.
        return (int) Math.floorMod(day + DayOfWeek.THURSDAY.ordinal(), (long) WEEK);
    }

    /** Whether it is a working day that has closed by then. */
    boolean closedBy(long day, long instant) {
        DayPlan plan = plan(day);
        boolean closed = false;
        for (int lastClose : plan.lastCloses) {
            closed |= closeOf(day, lastClose) <= instant;
        }
        if (closed) {
            known(plan, day);
        }
        return closed;
    }

    /** The close of business on a day whose last opening ends with that second of the day (rule 1). */
    long closeOf(long day, int lastClose) {
        return lastClose == Opening.DAY ? endOf(day) : instant(day, lastClose);
    }

    long startOf(long day) {
        return instant(day, 0);
    }

    /** The last second of the day, 23:59:59. */
    long endOf(long day) {
        return startOf(day + 1) - 1;
    }

    /** The last day that has ended by then. */
    long lastEnded(long instant) {
        long day = dayOf(instant);
        return instant >= endOf(day) ? day : day - 1;
    }

    /** When the local clock first shows that second of the day or a later one. */
    long instant(long day, int secondOfDay) {
        long local = day * Opening.DAY + secondOfDay;
        if (local - sameOffset >= sameOffsetFrom) {
            return local - sameOffset;
        }
        LocalDateTime time = secondOfDay == Opening.DAY
                ? LocalDate.ofEpochDay(day + 1).atStartOfDay()
                : LocalDateTime.of(LocalDate.ofEpochDay(day), LocalTime.ofSecondOfDay(secondOfDay));
        ZoneOffsetTransition change = rules.getTransition(time);
        if (change != null && change.isGap()) {
            return change.toEpochSecond();
        }
        ZoneOffset offset = rules.getOffset(time);
        return time.toEpochSecond(offset);
    }

    long dayOf(long instant) {
        int offset = instant >= sameOffsetFrom
                ? sameOffset
                : rules.getOffset(Instant.ofEpochSecond(instant)).getTotalSeconds();
        return Math.floorDiv(instant + offset, (long) Opening.DAY);
    }

    /** The first instant after the last year that is computed. */
    long end() {
        return end;
    }

    long inReach(Instant instant) {
        long second = instant.getEpochSecond();
        if (second >= end || second < startOf(FIRST_DAY)) {
            throw new DateOutOfReach();
        }
        return second;
    }
}
