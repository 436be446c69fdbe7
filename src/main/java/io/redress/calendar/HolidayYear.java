package io.redress.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The public holidays and make-up working days 调休 of one year, as a notice names them.
 *
 * @param provisional whether the notice is still awaited, and these are the days known without it (rule 8)
 * @param closed only dates that the notice names (rule 6)
 * @throws InvalidCalendar when a date is of another year, or is both closed and a make-up day
 */
public record HolidayYear(int year, boolean provisional, Map<LocalDate, Holiday> closed, Set<LocalDate> makeUpDays) {

    public HolidayYear {
        closed = Map.copyOf(closed);
        makeUpDays = Set.copyOf(makeUpDays);
        for (LocalDate date : new TreeSet<>(
                Stream.concat(closed.keySet().stream(), makeUpDays.stream()).toList())) {
            if (date.getYear() != year) {
                throw new InvalidCalendar("calendar.date-of-another-year", date.toString(), Integer.toString(year));
            }
            if (closed.containsKey(date) && makeUpDays.contains(date)) {
                throw new InvalidCalendar("calendar.holiday-and-make-up-day", date.toString());
            }
        }
    }
}
