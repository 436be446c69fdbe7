package io.redress.casefile.message;

import java.util.Locale;

/** The way by which a message reaches somebody. Only e-mail can go by itself; all others take a person. */
public enum Channel {
    E_MAIL,
    PHONE,
    SMS,
    WECHAT,
    SITE_MESSAGE,
    IN_PERSON;

    /** As it stands in the table and in the names of sentences: {@code e-mail}, {@code site-message}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
