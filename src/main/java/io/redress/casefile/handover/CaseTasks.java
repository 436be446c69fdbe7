package io.redress.casefile.handover;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The open tasks of a case, whichever of its processes has them. */
public interface CaseTasks {

    /**
     * @param name as people see it
     * @param groups whose members may do it
     * @param holder the login of whoever has taken it; null while nobody has
     */
    record OpenTask(String id, String name, Set<String> groups, String holder) {}

    /** The oldest first. */
    List<OpenTask> open(String number);

    /** Those of them that whoever asks may look at. */
    Set<String> readable(String number);

    /** The id of the case of a task; empty where whoever asks may not look at it, it is not there, or it has no case. */
    Optional<Long> caseOf(String taskId);

    /** From now on it is that person's, whoever had it. */
    void assign(OpenTask task, String person);
}
