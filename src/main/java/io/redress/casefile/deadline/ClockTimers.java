package io.redress.casefile.deadline;

import java.time.Instant;
import java.util.List;

/** The timers, due dates and marks that show the clocks, wherever they tick. */
public interface ClockTimers {

    /**
     * Sets every timer and due date of the case to what its clocks now say, marks its tasks, and reports clocks that can't be
     * computed for as long as that lasts (rule 8).
     *
     * @param schedule when time next does something to them
     */
    void follow(long complaintId, List<CaseClock> clocks, Schedule schedule, Instant now, Mark mark);
}
