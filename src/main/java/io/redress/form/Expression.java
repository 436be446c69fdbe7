package io.redress.form;

import java.util.Optional;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * A FEEL expression in a form, parsed once.
 *
 * @param text without the leading =
 * @param parsed empty if it is no FEEL; form-js then takes its value for null, and so do we
 */
record Expression(String text, Optional<ParsedExpression> parsed) {

    static boolean is(String text) {
        return text.startsWith("=");
    }

    /** @param text with the leading = */
    static Expression of(String text) {
        String feel = text.substring(1);
        return new Expression(feel, Feel.parse(feel));
    }
}
