package io.redress.calendar;

import io.redress.language.Sentences;
import java.time.Instant;

/**
 * When a deadline is due, to the second, or what is left of it while a pause has no end (rule 5).
 *
 * @param at null while the deadline is parked
 * @param unit the unit of the target
 * @param left while parked: days not yet counted for days and working days, otherwise seconds; else 0. A deadline that has
 *     all its days and waits for an open day to move to (rule 3) is parked with 0 left.
 * @param awaited the year whose notice of holidays can still move it (rule 8), 0 when there is none
 */
public record Due(Instant at, DeadlineUnit unit, long left, int awaited) {

    public boolean parked() {
        return at == null;
    }

    /** Whether a notice that is still awaited can move it: it counted days that may change. */
    public boolean provisional() {
        return awaited != 0;
    }

    /** What is left in words, for example “1 working day” or “3 h 20 min”. */
    public String left(Sentences sentences) {
        if (unit.countsDays()) {
            return sentences.say("calendar.target." + unit.text(), left);
        }
        long minutes = left / 60;
        String name = left % 60 == 0 ? "calendar.time" : "calendar.time-with-seconds";
        return sentences.say(name, minutes / 60, minutes % 60, left % 60);
    }
}
