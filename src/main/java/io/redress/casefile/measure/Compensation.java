package io.redress.casefile.measure;

import java.util.Locale;

/** What a customer is given to make good. */
public enum Compensation {
    REFUND,
    REPLACEMENT,
    REPAIR,
    VOUCHER,
    CASH,
    APOLOGY,
    /** Money of the mall under a settlement, signed for. */
    SETTLEMENT,
    /** The same, of a merchant's own. */
    MERCHANT_SETTLEMENT,
    /** The same, advanced by a merchant on the mall’s behalf. */
    MERCHANT_ADVANCE;

    /** As forms and the database have it, for example {@code refund}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
