package io.redress.casefile.settlement;

import io.redress.casefile.measure.Compensation;
import io.redress.casefile.money.Party;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose money the customer gets under a settlement. */
public enum Payer {
    MALL(Party.HOUSE),
    MERCHANT(Party.MERCHANT);

    private final Party party;

    Payer(Party party) {
        this.party = party;
    }

    /** @param insured whether an insurer is to pay it back: then a merchant only advances it */
    Compensation compensation(boolean insured) {
        return switch (this) {
            case MALL -> Compensation.SETTLEMENT;
            case MERCHANT -> insured ? Compensation.MERCHANT_ADVANCE : Compensation.MERCHANT_SETTLEMENT;
        };
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
