package io.redress.language;

import java.util.Locale;

/** A language that Redress speaks. One setting, {@code redress.language}, chooses it for the whole installation. */
public enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The two letters that stand in settings, file names and extension properties: {@code en} or {@code zh}. */
    public String code() {
        return locale.getLanguage();
    }
}
