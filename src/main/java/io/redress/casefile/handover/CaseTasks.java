package io.redress.casefile.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The open tasks of a case, whichever of its processes has them. */
public interface CaseTasks {

    /**
     * @param name as people see it
     * @param groups whose members may do it
     * @param holder the login of whoever has taken it; null while nobody has
     * @param due by when it is to be done; null where no time is set
     */
    record OpenTask(String id, String name, Set<String> groups, String holder, Instant due) {}

    /**
     * A task that whoever asks may look at.
     *
     * @param process the key of its process
     * @param step its id in the diagram
     * @param evidence whether it is done only when something was attached at it
     */
    record CaseTask(String id, long complaintId, String process, String step, boolean evidence) {}

    /** The oldest first. */
    List<OpenTask> open(String number);

    /** Those of them that whoever asks may look at. */
    Set<String> readable(String number);

    /** Empty where whoever asks may not look at it, it is not there, or it has no case. */
    Optional<CaseTask> find(String taskId);

    /**
     * A process that goes on in the case.
     *
     * @param definition the engine’s id of its diagram
     * @param steps the ids of those on which it stands
     */
    record Course(String definition, String name, Set<String> steps) {}

    /**
     * What goes on in the case, what waits for people first.
     *
     * @param all whether also that in which whoever asks has no task to look at
     */
    List<Course> courses(String number, boolean all);

    /** From now on it is that person's, whoever had it. */
    void assign(OpenTask task, String person);
}
