package io.redress.clock;

/** The timers and due dates that hold the clocks, wherever they tick. */
public interface ClockTimers {

    /** Sets every timer and due date of the case to what its clocks now say. */
    void rearm(long complaintId);
}
