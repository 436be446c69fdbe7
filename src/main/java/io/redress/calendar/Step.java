package io.redress.calendar;

import java.time.Instant;

/**
 * One line of the reason why a deadline is due then: a stretch of time and what it was.
 *
 * @param to not included; the same as {@code from} for what happens in an instant, null for a pause without an end
 * @param first number of the first day counted in the stretch, 0 where no day is counted
 * @param last number of the last day counted
 * @param holiday the public holiday, null where it is none
 */
public record Step(Kind kind, Instant from, Instant to, long first, long last, Holiday holiday) {

    /** What a stretch of time was. */
    public enum Kind {
        START,
        /** Days that were counted. */
        COUNTED,
        /** A make-up day that the site keeps: counted, or open. */
        MAKE_UP_DAY,
        WEEKEND,
        /** A weekday on which the site is always closed. */
        DAY_OFF,
        HOLIDAY,
        /** Before the first or after the last opening of a day. */
        OUTSIDE_HOURS,
        /** Between two openings of a day. */
        BREAK,
        PAUSE,
        /** Days that close while the deadline is paused. */
        LEFT_OUT,
        /** The open day to which a deadline moved (rule 3). */
        MOVED,
        DUE,
        /** No due instant while a pause is open. */
        PARKED,
        /** The due instant may change when the next notice is published (rule 8). */
        PROVISIONAL
    }
}
