package io.redress.casefile.health;

import io.redress.casefile.complaint.Complaint;

/** The tasks at which health data is asked for. */
public interface HealthTasks {

    /** Whether that person has taken an open task of the case whose form has a field of health data. */
    boolean held(Complaint complaint, String login);

    /** Whether what is attached at that open task is health data: its form asks for some, or is named in {@link HealthForms}. */
    boolean asks(String taskId);
}
