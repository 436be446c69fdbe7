package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableAllowListTest {

    private static final Sentences SENTENCES = new Sentences(Language.EN);

    @ParameterizedTest
    @MethodSource("packaged")
    void everyPackagedTableMaySayWhatItSays(Path table) throws IOException {
        assertThat(findings(Files.readString(table))).isEmpty();
    }

    static Stream<Path> packaged() {
        return DiagramAllowListTest.files(".dmn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<inputEntry id=|<inputEntry expressionLanguage=\"groovy\" id=",
                "<inputEntry id=|<inputEntry expressionLanguage=\"feel-groovy\" id=",
                "<inputEntry id=|<inputEntry expressionLanguage=\"juel\" id=",
                "<outputEntry id=|<outputEntry expressionLanguage=\"javascript\" id=",
                "<inputExpression id=|<inputExpression expressionLanguage=\"python\" id=",
                "<definitions |<definitions expressionLanguage=\"groovy\" ",
                "<inputEntry id=|<inputEntry camunda:resource=\"a.groovy\" id=",
                "<decision id=|<decision camunda:class=\"a.B\" id=",
                "typeRef=\"string\"|typeRef=\"java.lang.Runtime\"",
                "<description>|<businessKnowledgeModel id=\"b\"/><description>",
                "<description>|<camunda:script scriptFormat=\"groovy\">1</camunda:script><description>",
                "<description>|<import namespace=\"a\" importType=\"b\"/><description>",
                "<rule id=|<rule xmlns:other=\"urn:other\" other:run=\"x\" id=",
                "<text></text>|<text>function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}</text>",
                "<text></text>|<text>(function(a) a + 1)(2)</text>"
            })
    void anotherLanguageThanFeelAndAnythingUnknownIsRefused(String old, String mutated) throws IOException {
        String table = Files.readString(Path.of("processes/triage.dmn"));
        assertThat(table).contains(old);
        assertThat(findings(table.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(mutated))))
                .isNotEmpty();
    }

    @Test
    void wordsOfFunctionsMayBeSpokenOf() throws IOException {
        String table = Files.readString(Path.of("processes/triage.dmn"));
        assertThat(findings(table.replaceFirst("<text></text>", "<text>\"external function\"</text>")))
                .isEmpty();
    }

    @Test
    void whatIsNestedWithoutEndOrHugeIsNotReadAtAll() {
        assertThat(XmlBounds.hold(bytes("<a>".repeat(90) + "</a>".repeat(90)))).isTrue();
        assertThat(XmlBounds.hold(bytes("<a>".repeat(1_000) + "</a>".repeat(1_000))))
                .isFalse();
        assertThat(XmlBounds.hold(bytes("<a>" + "<b/>".repeat(60_000) + "</a>")))
                .isFalse();
        assertThat(XmlBounds.hold(bytes("<a>" + "x".repeat(XmlBounds.LARGEST) + "</a>")))
                .isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> findings(String table) {
        return TableAllowList.findings(bytes(table), SENTENCES);
    }
}
