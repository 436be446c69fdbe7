package io.redress.clock;

/** The timers, due dates and marks that show the clocks, wherever they tick. */
public interface ClockTimers {

    /** Sets every timer and due date of the case to what its clocks now say, and marks its tasks. */
    void follow(long complaintId, Mark mark);
}
