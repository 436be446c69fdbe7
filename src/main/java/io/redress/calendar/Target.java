package io.redress.calendar;

import io.redress.language.Sentences;

/**
 * How much time a deadline gives, a whole number of at least 1 of one unit (rule 10).
 *
 * @throws IllegalArgumentException below 1
 */
public record Target(long amount, DeadlineUnit unit) {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    public Target {
        if (amount < 1) {
            throw new IllegalArgumentException("A target is a whole number of at least 1, not " + amount + ".");
        }
    }

    /** In words, for example “2 working days”. */
    public String in(Sentences sentences) {
        return sentences.say("calendar.target." + unit.text(), amount);
    }

    /** How many seconds one of the unit has; days have no fixed number. */
    int unitSeconds() {
        return switch (unit) {
            case MINUTES -> MINUTE;
            case HOURS, BUSINESS_HOURS -> HOUR;
            case DAYS, WORKING_DAYS -> throw new IllegalStateException("Days are not counted in seconds.");
        };
    }

    boolean shorterThanAnHour() {
        return unit == DeadlineUnit.MINUTES && amount < HOUR / MINUTE;
    }
}
