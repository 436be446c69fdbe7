package io.redress.process.investigation;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.lifecycle.LessonFields;
import java.util.List;

/** What departments are asked, and what they say. */
final class InvestigationFields {

    /** The groups that are asked. */
    @SuppressWarnings("rawtypes")
    static final FormField<List> DEPARTMENTS = new FormField<>("departments", List.class);

    /** The group whose work order it is. */
    static final FormField<String> DEPARTMENT = new FormField<>("department", String.class);

    static final FormField<String> CAUSE = LessonFields.CAUSE;
    static final FormField<String> PROPOSAL = new FormField<>("proposal", String.class);

    /** What all of them found, in lines. */
    static final FormField<String> FINDINGS = new FormField<>("findings", String.class);

    private InvestigationFields() {}
}
