package io.redress.casefile.receipt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a receipt or an invoice, in the one form in which two ways to write it are the same. */
final class PaperNumber {

    /** What people write before a number and does not belong to it. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?:[\\s\\p{P}\\p{S}]*(?:收据|发票|编号|号码|票号|第|N[OR](?=[\\s.:：\\d])))+");

    private static final Pattern BEHIND = Pattern.compile("号[\\s\\p{P}]*$");
    private static final Pattern NOT_COUNTED = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d+$)");

    private PaperNumber() {}

    /** Width, case, blanks, dashes, a “No.” before it and leading zeros do not count; "" where nothing is left. */
    static String normalized(String written) {
        String plain = Normalizer.normalize(written.replace("№", "No."), Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT);
        String bare = BEHIND.matcher(BEFORE.matcher(plain).replaceAll("")).replaceAll("");
        return LEADING_ZEROS.matcher(NOT_COUNTED.matcher(bare).replaceAll("")).replaceAll("");
    }
}
