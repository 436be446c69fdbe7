package io.redress.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private final Lines lines = new Lines(new Sentences(Language.EN));

    private static String numbered(int from, int to, String between) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).collect(Collectors.joining(between));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "one\ntwo", "one\n\n\ntwo", "\n\none"})
    void whatPeopleWriteStaysAsItIs(String text) {
        assertThat(lines.condensed(text)).isEqualTo(text);
        assertThat(lines.condensed(numbered(1, 60, "\n"))).isEqualTo(numbered(1, 60, "\n"));
    }

    @Test
    void emptyLinesAreCounted() {
        assertThat(lines.condensed("one\n\n \n\ntwo\n\n\n\n\n")).isEqualTo("one\n[3 empty lines]\ntwo");
        assertThat(lines.condensed("\n".repeat(2_000))).isEmpty();
    }

    @Test
    void linesWithoutEndAreJoinedAndNoWordIsLost() {
        assertThat(lines.condensed(numbered(1, 2_000, "\n")))
                .isEqualTo(numbered(1, 59, "\n")
                        + "\n[The last 1,941 lines follow one another; each ↵ was the end of one.]\n"
                        + numbered(60, 2_000, " ↵ "));
    }
}
