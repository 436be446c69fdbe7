package io.redress.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a deadline counts. Minutes and hours are elapsed time, nights and holidays included; days are calendar days; working
 * days and business hours follow the opening hours of a {@link WorkingCalendar}.
 */
public enum DeadlineUnit {
    MINUTES,
    HOURS,
    DAYS,
    WORKING_DAYS,
    BUSINESS_HOURS;

    /** As it stands in decision tables and in the database, for example {@code working-days}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The unit written like that, if there is one. */
    public static Optional<DeadlineUnit> named(String text) {
        return Arrays.stream(values()).filter(unit -> unit.text().equals(text)).findFirst();
    }

    boolean countsDays() {
        return this == DAYS || this == WORKING_DAYS;
    }

    boolean countsElapsedTime() {
        return this == MINUTES || this == HOURS;
    }
}
