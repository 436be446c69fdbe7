package io.redress.casefile.lifecycle;

import io.redress.casefile.entry.FormField;

/** What a lesson is drawn from. */
public final class LessonFields {

    /** What a department found to be the cause. */
    public static final FormField<String> CAUSE = new FormField<>("cause", String.class);

    private LessonFields() {}
}
