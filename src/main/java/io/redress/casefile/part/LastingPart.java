package io.redress.casefile.part;

import java.time.Instant;
import java.util.Set;

/** A kind of part, at a withdrawal: what of it goes on, and what comes to nothing. */
public interface LastingPart {

    /** The kinds of the deadlines that go on with it. */
    Set<String> deadlines();

    /** The customer has withdrawn the complaint: what has not become a part yet never will. */
    void withdrawn(long complaintId, String why, Instant now);
}
