package io.redress.casefile.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a demo site is open, minute by minute, written down from the table of the packaged calendars; it shares no code with
 * the calendar. All sites are in China, eight hours ahead of UTC all the year.
 */
final class NaiveSite {

    static final long DAY = 86_400;
    static final long UNKNOWN = Long.MIN_VALUE;
    /** The deadline stands still, and nobody knows how long. */
    static final long PARKED = Long.MAX_VALUE;

    private static final int OFFSET = 8 * 3600;
    private static final int MINUTES = 1440;
    private static final byte CLOSED = 0;
    private static final byte OPEN = 1;
    private static final byte MAYBE = 2;

    /** A stretch in which a deadline stands still; {@code to} is {@link #PARKED} while it has no end. */
    record Pause(long from, long to) {}

    /** The public holidays that are loaded. */
    static final class Holidays {
        private final Set<Integer> years = new HashSet<>();
        private final Set<LocalDate> closed = new HashSet<>();
        private final Set<LocalDate> madeUp = new HashSet<>();

        Holidays(int... years) {
            for (int year : years) {
                this.years.add(year);
                read(year);
            }
        }

        private void read(int year) {
            try (InputStream file = NaiveSite.class.getResourceAsStream("/calendar/holidays/cn-" + year + ".yaml")) {
                JsonNode notice = new ObjectMapper(new YAMLFactory()).readTree(file);
                for (JsonNode holiday : notice.path("closed")) {
                    LocalDate from = LocalDate.parse(holiday.path("from").asText());
                    LocalDate to = holiday.has("to")
                            ? LocalDate.parse(holiday.path("to").asText())
                            : from;
                    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
                        closed.add(date);
                    }
                }
                notice.path("make-up-days").forEach(day -> madeUp.add(LocalDate.parse(day.asText())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<DayOfWeek, String> hours = new HashMap<>();
    private final String makeUpHours;
    private final boolean saturdaysOnly;
    private final Holidays holidays;
    private final Map<Long, byte[]> days = new HashMap<>();

    private NaiveSite(String makeUpHours, boolean saturdaysOnly, Holidays holidays) {
        this.makeUpHours = makeUpHours;
        this.saturdaysOnly = saturdaysOnly;
        this.holidays = holidays;
    }

    private NaiveSite on(DayOfWeek first, DayOfWeek last, String openings) {
        for (int day = first.getValue(); day <= last.getValue(); day++) {
            hours.put(DayOfWeek.of(day), openings);
        }
        return this;
    }

    static Map<String, NaiveSite> sites(Holidays holidays, String mallHours) {
        DayOfWeek mon = DayOfWeek.MONDAY;
        DayOfWeek thu = DayOfWeek.THURSDAY;
        DayOfWeek fri = DayOfWeek.FRIDAY;
        DayOfWeek sat = DayOfWeek.SATURDAY;
        DayOfWeek sun = DayOfWeek.SUNDAY;
        String office = "09:00-12:00, 13:30-18:00";
        String factory = "08:00-12:00, 13:00-17:00";
        Map<String, NaiveSite> sites = new HashMap<>();
        sites.put("office", new NaiveSite(office, false, holidays).on(mon, fri, office));
        sites.put("supermarket", new NaiveSite("", false, null).on(mon, sun, "08:00-22:00"));
        sites.put("mall-service-centre", new NaiveSite("", false, null).on(mon, sun, mallHours));
        sites.put("bank", new NaiveSite("09:00-17:00", false, holidays).on(mon, sat, "09:00-17:00"));
        sites.put("factory", new NaiveSite(factory, true, holidays).on(mon, fri, factory));
        sites.put(
                "property-office",
                new NaiveSite("08:30-12:00, 14:00-17:30", false, holidays)
                        .on(mon, thu, "08:30-12:00, 14:00-17:30")
                        .on(fri, fri, "08:30-12:00, 14:00-16:30")
                        .on(sat, sat, "09:00-12:00"));
        sites.put("ecommerce-desk", new NaiveSite("", false, null).on(mon, sun, "00:00-24:00"));
        return sites;
    }

    private boolean kept(LocalDate date) {
        return !makeUpHours.isEmpty() && (!saturdaysOnly || date.getDayOfWeek() == DayOfWeek.SATURDAY);
    }

    private byte[] minutes(long day) {
        return days.computeIfAbsent(day, any -> {
            byte[] minutes = new byte[MINUTES];
            LocalDate date = LocalDate.ofEpochDay(day);
            String regular = hours.getOrDefault(date.getDayOfWeek(), "");
            if (holidays == null) {
                fill(minutes, regular, OPEN);
            } else if (!holidays.years.contains(date.getYear())) {
                fill(minutes, regular, MAYBE);
                fill(minutes, kept(date) ? makeUpHours : "", MAYBE);
            } else if (holidays.madeUp.contains(date) && kept(date)) {
                fill(minutes, makeUpHours, OPEN);
            } else {
                fill(minutes, holidays.closed.contains(date) ? "" : regular, OPEN);
            }
            return minutes;
        });
    }

    private static void fill(byte[] minutes, String openings, byte what) {
        for (String opening : openings.isEmpty() ? new String[0] : openings.split(", ")) {
            for (int minute = minute(opening, 0); minute < minute(opening, 6); minute++) {
                minutes[minute] = what;
            }
        }
    }

    private static int minute(String opening, int at) {
        return Integer.parseInt(opening.substring(at, at + 2)) * 60
                + Integer.parseInt(opening.substring(at + 3, at + 5));
    }

    private static boolean paused(List<Pause> pauses, long second) {
        for (Pause pause : pauses) {
            if (second >= pause.from() && second < pause.to()) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing begins or ends within the minute. */
    private static boolean even(List<Pause> pauses, long second) {
        for (Pause pause : pauses) {
            if (pause.from() > second && pause.from() < second + 60
                    || pause.to() > second && pause.to() < second + 60) {
                return false;
            }
        }
        return true;
    }

    /** Walks and counts, in minutes where one is like the other: when the seconds are used up. */
    long use(long start, long seconds, List<Pause> pauses, boolean openOnly) {
        long used = 0;
        long now = start;
        while (used < seconds) {
            for (Pause pause : pauses) {
                if (pause.to() == PARKED && now >= pause.from()) {
                    return PARKED;
                }
            }
            int step = now % 60 == 0 && seconds - used >= 60 && even(pauses, now) ? 60 : 1;
            if (!paused(pauses, now)) {
                byte open = openOnly ? open(now) : OPEN;
                if (open == MAYBE) {
                    return UNKNOWN;
                }
                used += open == OPEN ? step : 0;
            }
            now += step;
        }
        return now;
    }

    private byte open(long second) {
        long local = second + OFFSET;
        return minutes(Math.floorDiv(local, DAY))[(int) (Math.floorMod(local, DAY) / 60)];
    }

    /** The open seconds from the one instant to the other in which the deadline runs; UNKNOWN when nobody can say. */
    private long openTime(long from, long to, List<Pause> pauses) {
        long open = 0;
        long now = from;
        while (now < to) {
            int step = now % 60 == 0 && to - now >= 60 && even(pauses, now) ? 60 : 1;
            if (!paused(pauses, now)) {
                byte at = open(now);
                if (at == MAYBE) {
                    return UNKNOWN;
                }
                open += at == OPEN ? step : 0;
            }
            now += step;
        }
        return open;
    }

    /** The last second of the day, or those at which business may end on it; none when it is closed. */
    private List<Long> closes(long day, boolean working) {
        long midnight = day * DAY - OFFSET;
        List<Long> closes = new ArrayList<>();
        if (!working) {
            closes.add(midnight + DAY - 1);
            return closes;
        }
        byte[] minutes = minutes(day);
        for (int minute = MINUTES; minute > 0 && closes.isEmpty(); minute--) {
            if (minutes[minute - 1] != CLOSED) {
                closes.add(midnight + (minute == MINUTES ? DAY - 1 : minute * 60L));
            }
        }
        if (!closes.isEmpty() && unknown(day)) {
            LocalDate date = LocalDate.ofEpochDay(day);
            closes.clear();
            for (String openings :
                    List.of(hours.getOrDefault(date.getDayOfWeek(), ""), kept(date) ? makeUpHours : "")) {
                if (!openings.isEmpty()) {
                    closes.add(midnight + minute(openings, openings.length() - 5) * 60L);
                }
            }
        }
        return closes;
    }

    private boolean unknown(long day) {
        for (byte minute : minutes(day)) {
            if (minute == MAYBE) {
                return true;
            }
        }
        return false;
    }

    private static boolean leftOut(List<Pause> pauses, long close) {
        for (Pause pause : pauses) {
            if (pause.to() > pause.from() && close > pause.from() && close <= pause.to()) {
                return true;
            }
        }
        return false;
    }

    /** The close of the n-th (working) day after the start. */
    private long countDays(long start, long n, List<Pause> pauses, boolean working) {
        long day = Math.floorDiv(start + OFFSET, DAY);
        for (long counted = 0; ; ) {
            day++;
            for (Pause pause : pauses) {
                if (pause.to() == PARKED && day * DAY - OFFSET >= pause.from()) {
                    return PARKED;
                }
            }
            List<Long> closes = closes(day, working);
            closes.removeIf(close -> leftOut(pauses, close));
            if (!closes.isEmpty() && working && unknown(day)) {
                return UNKNOWN;
            }
            if (!closes.isEmpty() && ++counted == n) {
                return closes.get(0);
            }
        }
    }

    long due(long start, int amount, String unit, List<Pause> pauses) {
        return switch (unit) {
            case "minutes" -> use(start, amount * 60L, pauses, false);
            case "hours" -> use(start, amount * 3600L, pauses, false);
            case "business-hours" -> use(start, amount * 3600L, pauses, true);
            case "days" -> countDays(start, amount, pauses, false);
            default -> countDays(start, amount, pauses, true);
        };
    }

    /** When that share of the time is used up, rounded down; PARKED when there is no warning. */
    long atRisk(long start, int amount, String unit, List<Pause> pauses, long due, int percent) {
        if (unit.equals("minutes") && amount < 60) {
            return PARKED;
        }
        boolean elapsed = unit.equals("minutes") || unit.equals("hours");
        long all = elapsed ? amount * (unit.equals("hours") ? 3600L : 60L) : openTime(start, due, pauses);
        if (all == UNKNOWN) {
            return PARKED;
        }
        long whole = all * percent / 100;
        return whole * 100 == all * percent
                ? use(start, whole, pauses, !elapsed)
                : use(start, whole + 1, pauses, !elapsed) - 1;
    }
}
