package io.redress.casefile.escalation;

import java.util.List;

/** The escalations of a case that are not over, as the engine runs them. */
public interface RunningEscalations {

    /** Why each of them was asked for; those for time alone are left out. */
    List<String> reasons(long complaintId);
}
