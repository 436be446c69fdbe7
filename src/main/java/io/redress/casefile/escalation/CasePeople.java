package io.redress.casefile.escalation;

import java.util.List;

/** Who there is to be told. */
public interface CasePeople {

    /** Who has the case in hand now: logins of those who have taken its tasks, else the groups that are to take them. */
    List<String> owners(long complaintId);

    /** The groups whose tasks the case waits for. */
    List<String> groups(long complaintId);

    /** Whether the group has anybody in it. */
    boolean peopled(String group);
}
