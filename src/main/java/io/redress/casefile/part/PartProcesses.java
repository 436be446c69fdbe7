package io.redress.casefile.part;

import java.util.Map;

/** The processes of the parts, as the engine runs them. */
public interface PartProcesses {

    /**
     * Starts the process of a part, in this transaction.
     *
     * @param variables what it begins with besides the case
     */
    void start(Part part, Map<String, Object> variables);

    /** Whoever in the case waits for what goes on is to look again; nobody need. */
    void lookAgain(long complaintId);

    /**
     * Whoever in the case or in a part of it waits for that is to look; nobody need.
     *
     * @param message its name in the diagrams
     */
    void tell(long complaintId, String message);
}
