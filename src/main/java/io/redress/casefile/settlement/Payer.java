package io.redress.casefile.settlement;

import io.redress.casefile.measure.Compensation;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose money the customer gets under a settlement. */
public enum Payer {
    MALL(Compensation.SETTLEMENT),
    MERCHANT(Compensation.MERCHANT_SETTLEMENT);

    private final Compensation compensation;

    Payer(Compensation compensation) {
        this.compensation = compensation;
    }

    Compensation compensation() {
        return compensation;
    }

    /** As tables, diagrams and the database have it: {@code mall}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any other word. */
    public static Optional<Payer> of(String text) {
        return Stream.of(values()).filter(payer -> payer.text().equals(text)).findFirst();
    }
}
