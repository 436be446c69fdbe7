package io.redress.people;

import java.util.List;
import java.util.Set;

/** Who is in which group. */
public interface Members {

    /** The logins of its members; empty when nobody is in it or there is no such group. */
    Set<String> of(String group);

    /** Everybody who can log in, by name; programs are nobody. */
    List<Colleague> colleagues();
}
