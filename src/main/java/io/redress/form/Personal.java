package io.redress.form;

import java.util.Locale;
import java.util.Optional;

/** The kind of personal data that a field holds, stated in the form by the custom property {@code personal}. */
public enum Personal {
    CONTACT,
    /** Who somebody is: a name. */
    IDENTITY,
    /** The number of the document by which somebody shows who they are. */
    DOCUMENT,
    /** How somebody is: kept apart from all else that is said in a case. */
    HEALTH;

    static Optional<Personal> of(String mark) {
        for (Personal kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(mark)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
