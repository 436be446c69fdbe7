package io.redress.engine.people;

import java.util.Set;

/** Who stands above whom, and so may look into a colleague's tasks, hand them over and take them over. */
@FunctionalInterface
public interface Superiors {

    /**
     * The groups of a group's supervisors and managers.
     *
     * @param site the id of the site that the task's case is about
     */
    Set<String> of(String site, String group);
}
