package io.redress.casefile;

import java.util.Collection;
import java.util.Map;

/** What a feature knows of a case and forms may show, beyond the typed core and what other forms have said. */
public interface Answers {

    /**
     * @param step what the step's process says of the step, by the name of its variable: the message that is to be told, for
     *     example
     * @param keys the form's fields and lists; more may be answered, nothing else is shown
     * @return the answers by form key; null where nothing is proposed, whatever an earlier form has said
     */
    Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys);
}
