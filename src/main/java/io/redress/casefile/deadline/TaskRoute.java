package io.redress.casefile.deadline;

import java.util.Optional;

/** Knows of cases whose tasks have more time than their route says, since what hurries in it is over. */
public interface TaskRoute {

    /** The route whose tasks have as much time as those of the case; empty where that is its own. */
    Optional<String> find(long complaintId, String route);
}
