package io.redress.casefile.money;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How money moves. */
public enum Means {
    CASH,
    TRANSFER,
    VOUCHER,
    /** The way it was paid with, back. */
    REFUND,
    /** Kept from what a merchant has left with the house. */
    DEPOSIT,
    /** With the rent. */
    RENT;

    /** As forms and sentences name it: {@code deposit}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any other word. */
    public static Optional<Means> of(String text) {
        return Stream.of(values()).filter(means -> means.text().equals(text)).findFirst();
    }
}
