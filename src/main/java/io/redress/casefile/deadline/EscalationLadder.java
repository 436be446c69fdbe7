package io.redress.casefile.deadline;

import io.redress.calendar.Target;
import java.util.List;

/** Who comes after whom when something must be passed up: a table that process owners edit. */
public interface EscalationLadder {

    /**
     * @param group the next group, or the same where the ladder ends
     * @param alsoNotified groups that are told beside it
     * @param due how long it has before the ladder is climbed again
     */
    record Level(String group, List<String> alsoNotified, Target due) {}

    /**
     * The level after a group.
     *
     * @param profile of the site
     * @param group the group that could not act
     * @param reason {@code overdue}, {@code refused}, {@code large-case}, {@code three-days-unresolved},
     *     {@code sudden-incident}, {@code media} or {@code legal}
     */
    Level next(String profile, String group, String reason);
}
