package io.redress.casefile.health;

import java.util.Set;

/** Forms at which files with health data are attached though no field of theirs asks for any. */
public final class HealthForms {

    /** Their ids. */
    public static final Set<String> WITH_FILES = Set.of(
            "secure-the-scene",
            "secure-the-goods",
            "provide-emergency-funds",
            "refund-the-petty-cash",
            "decide-on-a-further-advance");

    private HealthForms() {}
}
