package io.redress.calendar;

import java.time.DayOfWeek;

/** Which make-up working days 调休 a site keeps (rule 6). */
public enum MakeUpDays {
    NONE,
    ALL,
    SATURDAYS;

    boolean keeps(DayOfWeek weekday) {
        return switch (this) {
            case NONE -> false;
            case ALL -> true;
            case SATURDAYS -> weekday == DayOfWeek.SATURDAY;
        };
    }
}
