package io.redress.calendar;

import io.redress.language.Language;

/** The name of a public holiday in both languages. */
public record Holiday(String english, String chinese) {

    public String name(Language language) {
        return switch (language) {
            case EN -> english;
            case ZH -> chinese;
        };
    }
}
