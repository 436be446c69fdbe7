package io.redress.language;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A language that Redress speaks. One setting, {@code redress.language}, chooses it for the whole installation. */
public enum Language {
    EN(Locale.ENGLISH, "d MMM yyyy"),
    ZH(Locale.SIMPLIFIED_CHINESE, "yyyy年M月d日");

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;

    Language(Locale locale, String day) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.minute = DateTimeFormatter.ofPattern(day + " HH:mm", locale);
    }

    public Locale locale() {
        return locale;
    }

    /** How a day is written. */
    public DateTimeFormatter day() {
        return day;
    }

    /** How a day and the time of it are written, to the minute; hours run from 00 to 23 in both languages. */
    public DateTimeFormatter minute() {
        return minute;
    }

    /** The two letters that stand in settings, file names and extension properties: {@code en} or {@code zh}. */
    public String code() {
        return locale.getLanguage();
    }
}
