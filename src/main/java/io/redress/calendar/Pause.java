package io.redress.calendar;

import java.time.Instant;

/**
 * A stretch in which a deadline stands still (rule 5).
 *
 * @param to null while the pause is open
 * @throws IllegalArgumentException when it ends before it begins
 */
public record Pause(Instant from, Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A pause that begins " + from + " cannot end " + to + ".");
        }
    }
}
