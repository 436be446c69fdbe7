package io.redress.casefile;

import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import java.util.Set;

/**
 * What happens when a step's form is submitted, beyond its being kept: named by the diagram ({@code onSubmit}), it runs in the
 * transaction of the submission, before the step is done, so that whoever submitted it hears at once what is refused.
 */
public interface SubmitHandler {

    /** A step that names none. */
    SubmitHandler NONE = submission -> {};

    /**
     * The fields that it reads. A form that asks for them in another way, or not at all, is refused before anything happens.
     */
    default Set<FormField<?>> reads() {
        return Set.of();
    }

    /** @throws RefusedCase when it can't be taken as it is; nothing of it is stored and the task stays */
    void submit(Entry submission);
}
