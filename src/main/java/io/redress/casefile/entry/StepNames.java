package io.redress.casefile.entry;

import java.util.Optional;

/** What the steps of processes are called. */
public interface StepNames {

    /** The name on the newest diagram of that process; nothing when the step is gone from it, or has none. */
    Optional<String> find(String process, String step);
}
