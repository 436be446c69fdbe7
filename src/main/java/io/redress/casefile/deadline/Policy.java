package io.redress.casefile.deadline;

import io.redress.calendar.Target;

/**
 * A row of the table {@code deadline-policy}: a deadline that a case has.
 *
 * @param kind the deadline's id, such as {@code FIRST_RESPONSE}
 * @param target null where each case has its own date
 * @param warnPercent how much of the time is used up when the owner is told: 1 to 99
 * @param escalateTo the group of the first level and, after commas, groups that are told beside it; or {@link #LADDER}, or
 *     {@link #PROCESS}; null when a breach is only recorded
 * @param pausable whether it stands still while the case waits for somebody outside
 */
public record Policy(String kind, Target target, int warnPercent, String escalateTo, boolean pausable) {

    /** The unit in the table of a deadline whose cases each have their own date. */
    public static final String OWN_DATE = "own-date";

    /** The first level is the escalation ladder's after the group that has the case or the task. */
    public static final String LADDER = "ladder";

    /** The diagram itself says what follows when it is due: the case goes on without what it waited for. */
    public static final String PROCESS = "process";
}
