package io.redress.casefile.complaint;

import java.util.regex.Pattern;

/** A phone number as it is looked for: its digits, whatever stands between them, a Chinese mobile without country code. */
final class PhoneDigits {

    private static final Pattern COUNTRY_BEFORE_MOBILE = Pattern.compile("^(00)?86(?=1\\d{10}$)");

    /** No number is longer; what is, isn't one. */
    private static final int MOST = 50;

    private PhoneDigits() {}

    /** Null when there are none. Full-width digits count, too. */
    static String of(String phone) {
        if (phone == null) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        phone.chars()
                .map(character -> Character.digit(character, 10))
                .filter(digit -> digit >= 0)
                .limit(MOST)
                .forEach(digits::append);
        String found = COUNTRY_BEFORE_MOBILE.matcher(digits).replaceFirst("");
        return found.isEmpty() ? null : found;
    }
}
