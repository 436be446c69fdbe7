package io.redress.form;

/** Who submits a form: a page sends every field that it shows, an API client may leave out what is empty. */
public enum Caller {
    /** Tasklist. A visible, enabled field that is missing means that the form has changed since the page was opened. */
    PAGE,
    /** A program. An absent field is empty; an absent read-only field is as given. */
    API
}
