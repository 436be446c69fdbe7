package io.redress.casefile.intake;

import io.redress.form.Form;
import java.util.Map;

/**
 * The form at which complaints come in, as it is deployed now.
 *
 * @param lists what it chooses from, by the names that its fields use
 */
public record StartForm(Form form, int version, Map<String, Object> lists) {}
