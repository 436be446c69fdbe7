package io.redress.casefile.health;

import java.util.Locale;

/** Where somebody reads health data. */
public enum Door {
    /** A form that shows what was said before. */
    FORM,
    /** The case beside a form. */
    PANEL,
    /** The page of the injury. */
    PAGE,
    /** The list of attachments, a file, or its small picture. */
    ATTACHMENT,
    /** The PDF of a paper. */
    PAPER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
