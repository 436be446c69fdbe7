package io.redress.casefile.identity;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What shows who somebody is.
 *
 * @param number as it is compared: half width, capitals, no blanks
 */
public record IdentityDocument(Kind kind, String number) {

    /** The document, as far as its number can be checked. */
    public enum Kind {
        /** 居民身份证: 18 characters, GB 11643. */
        RESIDENT_CARD,
        PASSPORT,
        /** 港澳台居民来往内地（大陆）通行证. */
        TRAVEL_PERMIT,
        /** 外国人永久居留身份证. */
        PERMANENT_RESIDENCE,
        /** A company's 统一社会信用代码: 18 characters, GB 32100. */
        BUSINESS_LICENCE,
        OTHER;

        /** As forms and the database have it, for example {@code resident-card}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Empty for any other word. */
        public static Optional<Kind> of(String text) {
            return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
        }
    }

    private static final int[] CARD_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CARD_CHECKS = "10X98765432";
    private static final int YOUNGEST_CENTURY = 1900;

    private static final String LICENCE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LICENCE_BASE = 3;

    public static IdentityDocument of(Kind kind, String written) {
        return new IdentityDocument(
                kind,
                Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}]", "")
                        .toUpperCase(Locale.ROOT));
    }

    /** Whether such a number can have been given out, as far as the number itself shows. */
    public boolean plausible(LocalDate today) {
        return switch (kind) {
            case RESIDENT_CARD -> card(today);
            case BUSINESS_LICENCE -> licence();
            case PASSPORT, TRAVEL_PERMIT, PERMANENT_RESIDENCE -> number.matches("[A-Z0-9]{5,20}");
            case OTHER -> number.matches("[\\p{L}\\p{N}()/-]{3,50}");
        };
    }

    private boolean card(LocalDate today) {
        if (!number.matches("[1-9]\\d{16}[\\dX]")) {
            return false;
        }
        int sum = IntStream.range(0, CARD_WEIGHTS.length)
                .map(at -> CARD_WEIGHTS[at] * (number.charAt(at) - '0'))
                .sum();
        return number.charAt(17) == CARD_CHECKS.charAt(sum % CARD_CHECKS.length())
                && born().filter(born -> born.getYear() >= YOUNGEST_CENTURY && !born.isAfter(today))
                        .isPresent();
    }

    private Optional<LocalDate> born() {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean licence() {
        int size = LICENCE_CHARACTERS.length();
        if (!number.matches("[" + LICENCE_CHARACTERS + "]{18}")) {
            return false;
        }
        int weight = 1;
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += weight * LICENCE_CHARACTERS.indexOf(number.charAt(at));
            weight = weight * LICENCE_BASE % size;
        }
        return LICENCE_CHARACTERS.indexOf(number.charAt(17)) == (size - sum % size) % size;
    }
}
