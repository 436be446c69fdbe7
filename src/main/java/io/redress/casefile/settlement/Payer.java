package io.redress.casefile.settlement;

import io.redress.casefile.measure.Compensation;
import io.redress.casefile.money.Party;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose money the customer gets under a settlement. */
public enum Payer {
    MALL(Compensation.SETTLEMENT, Party.HOUSE),
    MERCHANT(Compensation.MERCHANT_SETTLEMENT, Party.MERCHANT);

    private final Compensation compensation;
    private final Party party;

    Payer(Compensation compensation, Party party) {
        this.compensation = compensation;
        this.party = party;
    }

    Compensation compensation() {
        return compensation;
    }

    Party party() {
        return party;
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
