package io.redress.language;

import java.util.regex.Pattern;

/**
 * What people read on an element of a model: what stands on it now, and its labels in both languages. A word that an owner
 * typed over it is neither label, and wins.
 *
 * @param shown what stands there; "" where nothing does
 * @param english "" where none is stated
 * @param chinese "" where none is stated
 */
public record Label(String shown, String english, String chinese) {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** The label as an installation of that language shows it. */
    public Label in(Language language) {
        if (english.isBlank() && chinese.isBlank()) {
            return this;
        }
        Label named = named(language);
        String words = language == Language.ZH ? named.chinese : named.english;
        return words.isBlank() ? named : new Label(words, named.english, named.chinese);
    }

    /** With what was typed among the labels. */
    private Label named(Language language) {
        if (shown.isBlank() || shown.equals(english) || shown.equals(chinese)) {
            return this;
        }
        if (english.isBlank() && language == Language.EN) {
            return this;
        }
        // Beside a Chinese label alone stands the English one, unless it is Chinese itself.
        return language == Language.EN
                        || english.isBlank() && !HAN.matcher(shown).find()
                ? new Label(shown, shown, chinese)
                : new Label(shown, english, shown);
    }
}
