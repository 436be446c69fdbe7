package io.redress.casefile.complaint;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose matter a claim for compensation is, as customer service splits it first. */
public enum ClaimKind {
    /** A merchant in the mall. */
    MERCHANT("operations-manager"),
    /** Public environment, facilities, accidents. */
    ENVIRONMENT("property-manager"),
    /** The mall's own goods. */
    OWN_GOODS("operations-manager");

    private final String decider;

    ClaimKind(String decider) {
        this.decider = decider;
    }

    /** The group that judges whether it is the mall's to answer for. */
    public String decider() {
        return decider;
    }

    /** What it is if it is not this. */
    public ClaimKind other() {
        return this == MERCHANT ? ENVIRONMENT : MERCHANT;
    }

    /** As forms, tables and the database have it, for example {@code own-goods}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for any other word. */
    public static Optional<ClaimKind> of(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    /** By the category of the complaint. */
    public static ClaimKind ofCategory(String category) {
        return switch (category == null ? "" : category) {
            case "merchant-compensation" -> MERCHANT;
            case "environment-accident" -> ENVIRONMENT;
            default -> OWN_GOODS;
        };
    }
}
