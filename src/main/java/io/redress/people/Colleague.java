package io.redress.people;

/**
 * Somebody with a login of their own.
 *
 * @param name as colleagues know them; the login where nobody has entered a name
 */
public record Colleague(String login, String name) {}
