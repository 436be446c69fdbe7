package io.redress.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every expectation was seen in Node 20: {@code new RegExp(pattern).test(text)}. */
class TextPatternTest {

    static Stream<Arguments> matches() {
        return Stream.of(
                Arguments.of("ab", "cabd", true),
                Arguments.of("^ab$", "ab\n", false),
                Arguments.of("^.$", "\u0085", true),
                Arguments.of("^.$", "\u2028", false),
                Arguments.of("^[\\u4e00-\\u9fa5]{2,4}$", "张伟", true),
                Arguments.of("^\\d+$", "１２", false),
                Arguments.of("^\\w+$", "é", false),
                Arguments.of("^\\s$", "\u3000", true),
                Arguments.of("^[\\sx]+$", "x\u00a0", true),
                Arguments.of("^\\S+$", "a\ufeff", false),
                Arguments.of("^[^\\S]$", " ", true),
                Arguments.of("\\bab\\b", "投ab诉", true),
                Arguments.of("^a\\Bb$", "ab", true),
                Arguments.of("^[[]$", "[", true),
                Arguments.of("^[a&&b]+$", "&ab", true),
                Arguments.of("^{a}$", "{a}", true),
                Arguments.of("^a{2}?$", "aa", true),
                Arguments.of("^(a)\\1$", "aa", true),
                Arguments.of("^(?!.*x).*$", "yxy", false),
                Arguments.of("^(?<n>a)\\k<n>$", "aa", true),
                Arguments.of("^a\\/b\\-c$", "a/b-c", true),
                Arguments.of("^a*?b+?$", "aab", true),
                Arguments.of("^\\x41\\u0042\\t$", "AB\t", true));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void matchesAsABrowserDoes(String pattern, String text, boolean found) {
        assertThat(TextPattern.of(pattern).orElseThrow().isIn(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "[]",
                "[^]",
                "*",
                "a**",
                "a++",
                "a{2}+",
                "\\",
                "\\p{L}",
                "\\Qa\\E",
                "\\h",
                "\\A",
                "\\z",
                "(?i)a",
                "(?>a)",
                "(?",
                "\\u{1F600}",
                "[z-a]"
            })
    void refusesWhatTheTwoUnderstandDifferently(String pattern) {
        assertThat(TextPattern.of(pattern)).isEmpty();
    }

    @Test
    void givesUpOnASearchWithoutEnd() {
        assertThat(TextPattern.of("^(a+)+$").orElseThrow().isIn("a".repeat(3_999) + "b"))
                .isFalse();
    }

    @Test
    void givesUpOnASearchWithoutBottom() {
        assertThat(TextPattern.of("^(a|b|c)*$").orElseThrow().isIn("abc".repeat(2_000_000)))
                .isFalse();
    }
}
