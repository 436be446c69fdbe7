package io.redress.casefile.receipt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a receipt or an invoice, in the one form in which two ways to write it are the same. */
final class PaperNumber {

    /** What people write before a number and does not belong to it. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?:[\\s\\p{P}\\p{S}]*(?:收据|发票|票据|单据|小票|凭证|编号|号码|票号|单号|序号|第|号(?=[\\s\\p{P}])"
                    + "|RECEIPT|INVOICE|N[OR](?=[\\s.:：\\d])))+");

    /** A remark in brackets, and 号. */
    private static final Pattern BEHIND = Pattern.compile("(?:[(\\[【].*[)\\]】]\\s*)?号?[\\s\\p{P}]*$");

    /** Letters that look like those of another script are no number that anybody prints. */
    private static final Pattern WRITTEN = Pattern.compile("[\\p{IsHan}\\p{IsLatin}\\p{N}\\p{P}\\p{S}\\p{Z}\\s]*");

    private static final Pattern NOT_COUNTED = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d+$)");

    private PaperNumber() {}

    /**
     * Width, case, blanks, dashes, a “No.” before it, a remark in brackets behind it and leading zeros do not count, nor whether
     * it is an O, a 〇 or a 0, an I, an L or a 1; "" where nothing is left, or other letters than Chinese and Latin ones stand in it.
     */
    static String normalized(String written) {
        String plain = Normalizer.normalize(written.replace("№", "No."), Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT);
        if (!WRITTEN.matcher(plain).matches()) {
            return "";
        }
        String bare = BEHIND.matcher(BEFORE.matcher(plain).replaceAll("")).replaceAll("");
        String counted = NOT_COUNTED
                .matcher(bare)
                .replaceAll("")
                .replace('O', '0')
                .replace('〇', '0')
                .replace('I', '1')
                .replace('L', '1');
        return LEADING_ZEROS.matcher(counted).replaceAll("");
    }
}
