package io.redress.calendar;

import java.time.Duration;

/** The time of a demo, which is moved forward so that deadlines can be seen to fall due; real data have no such time. */
public interface DemoTime {

    /** How far it is ahead of the real time. */
    Duration ahead();

    /**
     * Moves it forward on every node; what falls due by it is done.
     *
     * @throws IllegalArgumentException when it would go back or stand still
     */
    void forward(Duration by);

    /** How many steps are due by now and not done yet. */
    long due();
}
