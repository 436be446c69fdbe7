package io.redress.form;

/**
 * Something in a form that should be otherwise.
 *
 * @param component the key of the component, or its id or type where it has no key
 */
public record Finding(Severity severity, String component, String sentence) {

    /** How much a finding weighs. */
    public enum Severity {
        /** The form would fail its users: a deployment of it is refused. */
        REFUSED,
        /** The form works; the forms that are delivered with Redress must not have it. */
        HOUSE_RULE
    }
}
