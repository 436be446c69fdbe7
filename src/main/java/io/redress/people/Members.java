package io.redress.people;

import java.util.List;
import java.util.Set;

/** Who there is, and who is in which group. */
public interface Members {

    /** The logins of its members; empty when nobody is in it or there is no such group. */
    Set<String> of(String group);

    /** Whether there is a person with that login. */
    boolean known(String login);

    /** What colleagues call that person; the login where there is no such person. */
    String name(String login);

    /** Everybody who can log in, by name; programs are nobody. */
    List<Colleague> colleagues();
}
