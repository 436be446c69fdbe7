package io.redress.casefile.intake;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.RefusedRegistration;
import io.redress.form.InvalidSubmission;
import java.util.Map;

/** Where programs register complaints: at the very form that people fill in, in the name of the login that is acting. */
public interface Registrar {

    /** Whether the login that is acting may register complaints. */
    boolean admits();

    StartForm form();

    /**
     * Registers a complaint and starts its course, in the caller's transaction.
     *
     * @param fields the raw values by form key; an absent one is empty
     * @throws InvalidSubmission with every field that is not as the form asks
     * @throws RefusedRegistration when it can't become a case
     */
    Complaint register(Map<String, Object> fields);

    /**
     * The same in the name of somebody who did what it follows from, whoever is acting now.
     *
     * @param who a login
     */
    Complaint registerFor(String who, Map<String, Object> fields);
}
