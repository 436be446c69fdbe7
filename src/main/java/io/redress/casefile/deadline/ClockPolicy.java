package io.redress.casefile.deadline;

import java.util.List;

/** Which clocks a case has: a table that process owners edit. */
public interface ClockPolicy {

    /**
     * The rows that fit, one for each clock.
     *
     * @param startsAt what starts the clocks asked for, such as {@code receipt}; the table's description lists them
     */
    List<Policy> of(String startsAt, CaseFacts facts);
}
