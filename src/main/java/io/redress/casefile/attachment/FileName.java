package io.redress.casefile.attachment;

import java.text.Normalizer;

/** What people call a file, cleaned of what could mislead a reader or a program: never a path. */
final class FileName {

    /** Characters, not units of UTF-16. */
    static final int LONGEST = 300;

    static final int LONGEST_WORDS = 400;

    /** What no reader sees, and what turns the direction in which the rest is read; the joiner of emoji stays. */
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200D]]";

    private FileName() {}

    /** The last part of what may be a path, with its ending kept where it must be cut; empty when nothing is left. */
    static String of(String given) {
        String name = words(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1));
        name = name.matches("\\.*") ? "" : name;
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return cut(name, LONGEST - ending.codePointCount(0, ending.length())) + ending;
    }

    /** One line of words. */
    static String words(String given) {
        return Normalizer.normalize(given, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .replaceAll(UNSEEN, "")
                .strip();
    }

    static String cut(String words, int longest) {
        return words.codePointCount(0, words.length()) <= longest
                ? words
                : words.substring(0, words.offsetByCodePoints(0, longest));
    }
}
