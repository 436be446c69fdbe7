package io.redress.casefile.receipt;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a purchase was lost. */
public enum LostPaper {
    RECEIPT,
    INVOICE,
    BOTH;

    /** As forms, tables and the database have it, for example {@code receipt}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any other word. */
    public static Optional<LostPaper> of(String text) {
        return Stream.of(values()).filter(lost -> lost.text().equals(text)).findFirst();
    }

    boolean receipt() {
        return this != INVOICE;
    }

    boolean invoice() {
        return this != RECEIPT;
    }
}
