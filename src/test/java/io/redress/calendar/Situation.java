package io.redress.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A made-up site with its calendar, and a deadline on it. The holidays of 2024 to 2026 are loaded. */
record Situation(
        WorkingCalendar calendar,
        Map<DayOfWeek, List<Opening>> hours,
        boolean closedOnHolidays,
        MakeUpDays makeUpDays,
        List<Opening> makeUpHours,
        Set<LocalDate> closed,
        Set<LocalDate> madeUp,
        Instant start,
        Target target,
        List<Pause> pauses) {

    static final int FIRST_YEAR = 2024;
    static final int LAST_YEAR = 2026;

    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/New_York",
            "America/Santiago",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "UTC");

    /** @param step seconds on which everything falls: 60 or 1 */
    static Situation random(long seed, boolean withinLoadedYears, int step) {
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Map<DayOfWeek, List<Opening>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (weekday == DayOfWeek.WEDNESDAY || random.nextInt(7) < 5) {
                hours.put(weekday, openings(random));
            }
        }
        boolean closedOnHolidays = random.nextInt(4) > 0;
        MakeUpDays makeUpDays = closedOnHolidays ? MakeUpDays.values()[random.nextInt(3)] : MakeUpDays.NONE;
        List<Opening> makeUpHours = makeUpDays == MakeUpDays.NONE ? List.of() : openings(random);

        Set<LocalDate> closed = new HashSet<>();
        Set<LocalDate> madeUp = new HashSet<>();
        List<HolidayYear> years = new ArrayList<>();
        for (int year = FIRST_YEAR; closedOnHolidays && year <= LAST_YEAR; year++) {
            years.add(year(year, random, closed, madeUp));
        }
        WorkingCalendar calendar = closedOnHolidays
                ? WorkingCalendar.closedOnHolidays("made-up", zone, hours, makeUpDays, makeUpHours, years)
                : WorkingCalendar.openOnHolidays("made-up", zone, hours);
        Instant start = start(random, zone, hours, withinLoadedYears, step);
        return new Situation(
                calendar,
                hours,
                closedOnHolidays,
                makeUpDays,
                makeUpHours,
                closed,
                madeUp,
                start,
                target(random),
                pauses(random, start, step));
    }

    private static List<Opening> openings(Random random) {
        // Openings of at least 90 minutes, so that none vanishes where the clock is put forward.
        int first = random.nextInt(3) == 0 ? 0 : 30 * random.nextInt(20);
        int close = first + 90 + 30 * random.nextInt(12);
        List<Opening> openings = new ArrayList<>();
        openings.add(new Opening(time(first), time(close)));
        if (random.nextBoolean()) {
            int again = close + 30 * random.nextInt(4);
            int last = again + 90 + 30 * random.nextInt(14);
            if (random.nextInt(4) == 0) {
                last = 24 * 60;
            }
            if (last <= 24 * 60) {
                openings.add(new Opening(time(again), time(last)));
            }
        }
        return openings;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L % 86_400);
    }

    private static HolidayYear year(int year, Random random, Set<LocalDate> allClosed, Set<LocalDate> allMadeUp) {
        Map<LocalDate, Holiday> closed = new HashMap<>();
        Set<LocalDate> madeUp = new HashSet<>();
        for (int holiday = 0; holiday < 10; holiday++) {
            LocalDate date = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
            if (holiday == 0) {
                date = LocalDate.of(year, 1, 1);
            }
            for (int day = random.nextInt(8); day >= 0; day--) {
                if (date.plusDays(day).getYear() == year) {
                    closed.put(date.plusDays(day), new Holiday("Holiday " + holiday, "假日" + holiday));
                }
            }
            LocalDate before = date.minusDays(1);
            if (before.getYear() == year) {
                madeUp.add(before);
            }
        }
        madeUp.removeAll(closed.keySet());
        allClosed.addAll(closed.keySet());
        allMadeUp.addAll(madeUp);
        return new HolidayYear(year, false, closed, madeUp);
    }

    private static Instant start(
            Random random, ZoneId zone, Map<DayOfWeek, List<Opening>> hours, boolean withinLoadedYears, int step) {
        LocalDate date;
        if (withinLoadedYears) {
            date = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(2 * 365));
        } else {
            // Around the ends of what is loaded.
            date = (random.nextBoolean() ? LocalDate.of(FIRST_YEAR, 1, 1) : LocalDate.of(LAST_YEAR + 1, 1, 1))
                    .plusDays(random.nextInt(40) - 30L);
        }
        LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400 / step) * (long) step);
        List<Opening> openings = hours.getOrDefault(date.getDayOfWeek(), List.of());
        if (!openings.isEmpty() && random.nextInt(3) == 0) {
            Opening opening = openings.get(random.nextInt(openings.size()));
            time = random.nextBoolean() ? opening.opens() : opening.closes();
        } else if (random.nextInt(6) == 0) {
            time = random.nextBoolean() ? LocalTime.MIDNIGHT : LocalTime.of(23, 59, step == 1 ? 59 : 0);
        }
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static Target target(Random random) {
        DeadlineUnit unit = DeadlineUnit.values()[random.nextInt(DeadlineUnit.values().length)];
        int most = switch (unit) {
            case MINUTES -> 300;
            case HOURS -> 100;
            case DAYS -> 20;
            case WORKING_DAYS -> 10;
            case BUSINESS_HOURS -> 40;
        };
        return new Target(1 + random.nextInt(most), unit);
    }

    private static List<Pause> pauses(Random random, Instant start, int step) {
        List<Pause> pauses = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            Instant from = start.plusSeconds((random.nextInt(20 * 86_400 / step) - 2L * 86_400 / step) * step);
            long length = random.nextBoolean() ? random.nextInt(6 * 3600 / step) : random.nextInt(5 * 86_400 / step);
            pauses.add(new Pause(from, from.plusSeconds(length * step)));
        }
        if (random.nextInt(6) == 0) {
            pauses.add(new Pause(start.plusSeconds(random.nextInt(10 * 86_400 / step) * (long) step), null));
        }
        return pauses;
    }

    Situation with(Target other) {
        return new Situation(
                calendar, hours, closedOnHolidays, makeUpDays, makeUpHours, closed, madeUp, start, other, pauses);
    }

    Situation with(List<Pause> others) {
        return new Situation(
                calendar, hours, closedOnHolidays, makeUpDays, makeUpHours, closed, madeUp, start, target, others);
    }

    /** The same site walked step by step, with what it supposes of the years that are not loaded. */
    NaiveDeadline naive(int step, Supposition supposition) {
        Set<LocalDate> supposedClosed = new HashSet<>(closed);
        Set<LocalDate> supposedMadeUp = new HashSet<>(madeUp);
        for (int year : List.of(FIRST_YEAR - 1, LAST_YEAR + 1)) {
            for (LocalDate date = LocalDate.of(year, 1, 1);
                    closedOnHolidays && date.getYear() == year;
                    date = date.plusDays(1)) {
                switch (supposition) {
                    case USUAL -> {}
                    case ALL_CLOSED -> supposedClosed.add(date);
                    case ALL_MADE_UP -> supposedMadeUp.add(date);
                }
            }
        }
        return new NaiveDeadline(calendar.zone(), hours, makeUpHours, makeUpDays, supposedClosed, supposedMadeUp, step);
    }

    enum Supposition {
        USUAL,
        ALL_CLOSED,
        ALL_MADE_UP
    }

    Due due() {
        return calendar.due(start, target, pauses);
    }

    Duration sinceStart(Instant instant) {
        return Duration.between(start, instant);
    }
}
