package io.redress.casefile.deadline;

import java.util.List;

/** Which deadlines a case has: a table that process owners edit. */
public interface DeadlinePolicy {

    /**
     * The rows that fit, one for each deadline.
     *
     * @param startsAt what starts the deadlines asked for, such as {@code receipt}; the table's description lists them
     */
    List<Policy> of(String startsAt, CaseFacts facts);
}
