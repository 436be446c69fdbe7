package io.redress.form;

import java.math.BigDecimal;

/** Text, number, yes or no: the values that JSON has besides lists and objects, each in one form only. */
final class Scalar {

    private Scalar() {}

    /** The text, the number without trailing zeros, the yes or no; null for anything else. */
    static Object of(Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        return value instanceof Number number ? number(number) : null;
    }

    /** The number without trailing zeros; null if it is none (NaN, infinity). */
    static BigDecimal number(Number number) {
        try {
            return tidy(new BigDecimal(number.toString()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static BigDecimal tidy(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    static String text(Object scalar) {
        // 1e999999999 written out would not fit into memory.
        return scalar instanceof BigDecimal number && Math.abs(number.scale()) < 100
                ? number.toPlainString()
                : String.valueOf(scalar);
    }
}
