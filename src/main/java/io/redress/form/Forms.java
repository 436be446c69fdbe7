package io.redress.form;

import java.util.Optional;

/** The forms as they were deployed, by id and version. */
public interface Forms {

    /** The form, or nothing when it was deleted since. */
    Optional<Form> find(String id, int version);
}
