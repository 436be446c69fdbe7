package io.redress.casefile.receipt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names as identity documents and receipts write them. */
final class HolderName {

    /**
     * Several buyers stand on one receipt; a middle dot, or 和 as in 李和平, belongs to a name, and so does the comma of a name in
     * Latin letters.
     */
    private static final Pattern BETWEEN = Pattern.compile("[、;；/／&＆|｜。\\n]|(?<=\\p{IsHan})\\s*[,，]");

    private static final Pattern NOT_COUNTED = Pattern.compile("[\\s\\p{Z}\\p{Cf}·•‧∙⋅・･.．'’-]");

    private HolderName() {}

    /** Whether the name is the one on the paper, or of several the one of somebody; dots, blanks, width and case do not count. */
    static boolean standsOn(String namesOnPaper, String name) {
        String wanted = plain(name);
        return !wanted.isEmpty()
                && Stream.concat(Stream.of(namesOnPaper), BETWEEN.splitAsStream(namesOnPaper))
                        .map(HolderName::plain)
                        .anyMatch(wanted::equals);
    }

    private static String plain(String name) {
        return NOT_COUNTED
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
