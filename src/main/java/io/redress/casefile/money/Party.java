package io.redress.casefile.money;

import java.util.Locale;

/** From whom money comes, or to whom it goes. */
public enum Party {
    /** The house itself: a mall, a shop, a factory, a branch. */
    HOUSE,
    MERCHANT,
    THIRD_PARTY,
    INSURER,
    CUSTOMER,
    GUARDIAN,
    AGENT,
    HEIRS,
    HOSPITAL;

    /** As sentences name it: {@code third-party}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
