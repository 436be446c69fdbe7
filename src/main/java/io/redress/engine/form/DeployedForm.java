package io.redress.engine.form;

import io.redress.casefile.health.HealthForms;
import io.redress.form.Field;
import io.redress.form.Form;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form as it is deployed. */
record DeployedForm(String id, int version, Form form) {

    /** The fields and lists that the form shows: what it may be answered from the case file. */
    Set<String> keys() {
        return Stream.concat(
                        form.fields().stream()
                                .filter(field -> !field.askedAnew())
                                .map(Field::key),
                        form.lists().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of them that it may be answered from what is kept of health. */
    Set<String> healthKeys() {
        return form.healthKeys().stream().filter(keys()::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether what is attached where it is filled in is health data, too. */
    boolean withHealthFiles() {
        return !form.healthKeys().isEmpty() || HealthForms.WITH_FILES.contains(id);
    }
}
