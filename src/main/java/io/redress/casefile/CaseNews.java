package io.redress.casefile;

import java.time.Instant;
import java.util.Map;

/** News that only some cases can take in, since a process of theirs waits for it. */
public interface CaseNews {

    /** The message by which the process hears it, by the word that the form “Add to a case” has for it. */
    Map<String, String> messages();

    /** @throws RefusedCase when the case does not wait for it */
    void check(long complaintId, String news);

    /** Takes it up, before the process hears it: whether or not one still waits for it. */
    void heard(long complaintId, String news, Instant now);
}
