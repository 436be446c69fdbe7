package io.redress.casefile.receipt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
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

    /** Between names that stand with blanks on either side of it. */
    private static final Pattern AND = Pattern.compile("[\\s\\p{Z}]+(?i:and|和|与|及)[\\s\\p{Z}]+");

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private static final Pattern NOT_COUNTED = Pattern.compile("[\\s\\p{Z}\\p{Cf}·•‧∙⋅・･.．'’-]");

    private HolderName() {}

    /** Whether the name is the one on the paper, or of several the one of somebody; dots, blanks, width and case do not count. */
    static boolean standsOn(String namesOnPaper, String name) {
        String wanted = plain(name);
        return !wanted.isEmpty()
                && Stream.concat(
                                Stream.of(namesOnPaper),
                                BETWEEN.splitAsStream(namesOnPaper)
                                        .flatMap(AND::splitAsStream)
                                        .flatMap(part -> Stream.concat(Stream.of(part), apart(part).stream())))
                        .map(HolderName::plain)
                        .anyMatch(wanted::equals);
    }

    /**
     * The names that only a blank divides. It stands inside a name in Latin letters, and never makes two of it: Ann Smith is not
     * Mary Ann Smith. Between Chinese words it divides them, but a single character belongs to the next word: a family name
     * that is set apart.
     */
    private static List<String> apart(String part) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean chinese = false;
        for (String word : BLANK.split(part.strip())) {
            boolean han = HAN.matcher(word).matches();
            boolean whole = chinese != han || chinese && name.codePointCount(0, name.length()) > 1;
            if (whole && !name.isEmpty()) {
                names.add(name.toString());
                name.setLength(0);
            }
            name.append(name.isEmpty() || han ? "" : " ").append(word);
            chinese = han;
        }
        names.add(name.toString());
        return names;
    }

    private static String plain(String name) {
        return NOT_COUNTED
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
