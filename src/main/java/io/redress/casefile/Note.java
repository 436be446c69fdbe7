package io.redress.casefile;

import java.util.List;
import java.util.Optional;

/**
 * What Redress itself writes into the file of a case; declared by the feature that writes it ({@link Notes}).
 *
 * @param step as it is stored, and as its sentence is named
 * @param facts what it can say, in the order in which people read it
 */
public record Note(String step, List<Fact> facts) {

    public Note(String step, Fact... facts) {
        this(step, List.of(facts));
    }

    /** Empty where it says no such thing. */
    public Optional<Fact> fact(String key) {
        return facts.stream().filter(fact -> fact.key().equals(key)).findFirst();
    }
}
