package io.redress.engine.route;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a process that triage can name says of itself by its extension properties, the packaged ones and the owners’ alike: how it
 * can end, and where the customer gets the first answer.
 *
 * @param settled the outcomes with which the case is settled for us
 * @param notSettled the others: the feedback ladder begins higher
 * @param firstResponse the id of the step, or of the call, that meets the deadline {@code FIRST_RESPONSE} on the ordinary way;
 *     empty where only the told result does
 * @param service whether it is no complaint but something that we do for the customer: there is no record to confirm, no plan
 *     to agree on, no feedback, no follow-up and no lesson
 */
public record Route(Set<String> settled, Set<String> notSettled, Optional<String> firstResponse, boolean service) {

    /** The property of an end: the outcome of whoever comes to it. */
    public static final String OUTCOME = "outcome";

    /** The process’s own list, and what a call hands on beside the outcome: whether it is among them. */
    public static final String SETTLED = "settled";

    private static final String NOT_SETTLED = "notSettled";
    private static final String FIRST_RESPONSE = "firstResponse";
    private static final String SERVICE = "service";

    /**
     * Reads it.
     *
     * @param property finds the process's own extension property of a name
     * @return empty when it declares no outcome: triage can't name it
     */
    public static Optional<Route> of(Function<String, Optional<String>> property) {
        Route route = new Route(
                words(property.apply(SETTLED)),
                words(property.apply(NOT_SETTLED)),
                property.apply(FIRST_RESPONSE),
                property.apply(SERVICE).filter("true"::equals).isPresent());
        return Optional.of(route).filter(declared -> !declared.outcomes().isEmpty());
    }

    /** All of them, in the order of the alphabet. */
    public Set<String> outcomes() {
        Set<String> outcomes = new TreeSet<>(settled);
        outcomes.addAll(notSettled);
        return outcomes;
    }

    private static Set<String> words(Optional<String> list) {
        return list.stream()
                .flatMap(words -> Arrays.stream(words.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
    }
}
