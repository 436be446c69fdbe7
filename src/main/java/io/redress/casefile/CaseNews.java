package io.redress.casefile;

import io.redress.casefile.entry.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** News that only some cases can take in, since a process of theirs waits for it. */
public interface CaseNews {

    /** The message by which the process hears it, by the word that the form “Add to a case” has for it. */
    Map<String, String> messages();

    /** Further such words: what follows from them begins when they are heard, and no process waits for it. */
    default Set<String> taken() {
        return Set.of();
    }

    /** @throws RefusedCase when the case does not wait for it */
    void check(long complaintId, String news);

    /** @throws RefusedCase as above, or when what a person says of it can't be */
    default void check(String news, Entry said) {
        check(said.complaintId(), news);
    }

    /** Takes it up, before the process hears it: whether or not one still waits for it. */
    void heard(long complaintId, String news, Entry said, Instant now);
}
