package io.redress.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One word per step: how its English label is spelled as an id, a class and a file. */
final class Words {

    private Words() {}

    /** Send acknowledgement → sendAcknowledgement. */
    static String camelCase(String label) {
        String pascal = pascalCase(label);
        return pascal.isEmpty() ? "" : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    /** Send acknowledgement → SendAcknowledgement; Report VAT loss → ReportVatLoss. */
    static String pascalCase(String label) {
        return of(label).stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Send acknowledgement → send-acknowledgement. */
    static String kebabCase(String label) {
        return String.join("-", of(label));
    }

    static boolean isKebabCase(String id) {
        return id.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    static boolean chinese(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }

    private static List<String> of(String label) {
        return Arrays.stream(label.replaceAll("['’]", "").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
