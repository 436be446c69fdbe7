package io.redress.casefile.deadline;

import java.time.Instant;
import java.util.List;

/** The timers, due dates and marks that show the deadlines, wherever they tick. */
public interface DeadlineTimers {

    /**
     * Sets every timer and due date of the case to what its deadlines now say, marks its tasks, and reports deadlines that can't be
     * computed for as long as that lasts (rule 8).
     *
     * @param schedule when time next does something to them
     */
    void follow(long complaintId, List<Deadline> deadlines, Schedule schedule, Instant now, Urgency mark);
}
