package io.redress.calendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stretch of a day in which a site is open, in local time; it holds its first instant and not its last (rule 4).
 *
 * @param closes 00:00 means 24:00, the end of the day
 * @throws InvalidCalendar when it closes before it opens
 */
public record Opening(LocalTime opens, LocalTime closes) {

    static final int DAY = 86_400;

    private static final String TIME = "((?:[01]\\d|2[0-3]):[0-5]\\d|24:00)";
    private static final Pattern RANGE = Pattern.compile(TIME + "\\s*-\\s*" + TIME);

    public Opening {
        if (opens.getNano() != 0 || closes.getNano() != 0 || from(opens) >= to(closes)) {
            throw new InvalidCalendar("calendar.closes-before-it-opens", opens + "-" + closes);
        }
    }

    /**
     * The openings of a day, written like {@code 09:00-12:00, 13:30-18:00}.
     *
     * @throws InvalidCalendar when they are not written like that, overlap, or close before they open
     */
    public static List<Opening> day(String text) {
        List<Opening> openings = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw new InvalidCalendar("calendar.hours-unreadable", text);
            }
            if (range.group(1).equals("24:00") || range.group(2).equals("00:00")) {
                throw new InvalidCalendar("calendar.closes-before-it-opens", part.strip());
            }
            openings.add(new Opening(time(range.group(1)), time(range.group(2))));
        }
        return inOrder(openings);
    }

    static List<Opening> inOrder(List<Opening> openings) {
        List<Opening> sorted =
                openings.stream().sorted(Comparator.comparing(Opening::opens)).toList();
        for (int next = 1; next < sorted.size(); next++) {
            if (sorted.get(next).from() < sorted.get(next - 1).to()) {
                throw new InvalidCalendar("calendar.hours-overlap", sorted.get(next - 1), sorted.get(next));
            }
        }
        return sorted;
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    /** Seconds after the beginning of the day. */
    int from() {
        return from(opens);
    }

    /** Seconds after the beginning of the day, 86 400 at its end. */
    int to() {
        return to(closes);
    }

    private static int from(LocalTime opens) {
        return opens.toSecondOfDay();
    }

    private static int to(LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT) ? DAY : closes.toSecondOfDay();
    }

    @Override
    public String toString() {
        return opens + "-" + (to() == DAY ? "24:00" : closes);
    }
}
