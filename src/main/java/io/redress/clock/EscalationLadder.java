package io.redress.clock;

import java.util.List;
import java.util.Optional;

/** Who comes after whom when something must be passed up: a table that process owners edit. */
public interface EscalationLadder {

    /**
     * @param group the next group, or the same where the ladder ends
     * @param alsoTold groups that are told beside it
     */
    record Rung(String group, List<String> alsoTold) {}

    /**
     * The rung after a group.
     *
     * @param profile of the site
     * @param group the group that could not act
     * @param reason such as {@code overdue}
     */
    Optional<Rung> next(String profile, String group, String reason);
}
