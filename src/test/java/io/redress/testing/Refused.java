package io.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What every refusal must be: the asker's mistake, said in words that a clerk understands. */
public final class Refused {

    /** Class names, statements, ids, the engine's codes, Java's and JSON's words. */
    private static final Pattern NOT_FOR_PEOPLE =
            Pattern.compile("(?i)exception|\\borg\\.|java\\.|camunda\\.|\\b(select|insert|update) .*(from|into|set)\\b|"
                    + "[0-9a-f]{8}-[0-9a-f]{4}|ENGINE-\\d|\\bnull\\b|jackson|\\bDto\\b|HTTP \\d");

    private Refused() {}

    /** @param what names the attempt in the failure's message */
    public static void inWords(String what, Rest.Answer answer) {
        assertThat(answer.status()).as("%s: status of %s", what, answer).isBetween(400, 499);
        assertThat(answer.message())
                .as("%s: words of %s", what, answer)
                .matches("(?s).+[a-z] .+[.:].*")
                .doesNotContainPattern(NOT_FOR_PEOPLE);
    }
}
