package io.redress.casefile;

/**
 * Something that a {@link Note} says.
 *
 * @param key as it is stored, and as its sentence is named
 * @param kind how its value is read; it may also be a list of such values
 */
public record Fact(String key, Kind kind) {

    public enum Kind {
        /** One of a few words, each with a sentence of its own. */
        CODE,
        /** A group, or the login of a person. */
        WHO,
        /** The name of a deadline. */
        DEADLINE,
        /** An instant. */
        MOMENT,
        /** Money, stored without separators. */
        SUM,
        TEXT,
        /** For programs only. */
        HIDDEN
    }
}
