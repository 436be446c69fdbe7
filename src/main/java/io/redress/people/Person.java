package io.redress.people;

/** Whoever is acting at this moment. */
public interface Person {

    /** The login; {@code redress} when nobody is, because time or the application acts. */
    String login();
}
