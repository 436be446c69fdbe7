package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionsTest {

    private static String sound;

    @BeforeAll
    static void read() throws IOException {
        sound = Files.readString(Path.of("src/test/resources/rules/refund-limit.dmn"));
    }

    static Stream<Path> decisions() {
        return House.files("processes", ".dmn").stream();
    }

    // None is delivered yet; the rules are tried on a sample below.
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("decisions")
    void everyDeliveredTableKeepsTheRules(Path file) throws IOException {
        assertThat(DecisionRules.findings(House.name(file), Files.readString(file)))
                .isEmpty();
    }

    @Test
    void findsNothingInASoundTable() {
        assertThat(DecisionRules.findings("refund-limit", sound)).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("decision id=\"refund-limit\"", "decision id=\"limit\"", "the name of its file"),
                arguments(
                        "</definitions>",
                        "<decision id=\"another\" name=\"Another 另一\" /></definitions>",
                        "one decision"),
                arguments(" hitPolicy=\"FIRST\"", "", "the hit policy is FIRST"),
                arguments("<text>-</text>", "<text>&gt; 1000</text>", "does not catch the rest"),
                arguments("Refund limit 退款限额", "Refund limit", "refund-limit: “Refund limit” is not said"),
                arguments("Amount 金额", "金额", "“金额” is not said"),
                arguments("Approver 审批人", "Approver", "“Approver” is not said"),
                arguments("rule_rest", "DecisionRule_0abc12f", "made up by the modeller"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void findsTheFault(String part, String spoilt, String finding) {
        assertThat(sound).contains(part);
        assertThat(DecisionRules.findings("refund-limit", sound.replace(part, spoilt)))
                .anySatisfy(sentence -> assertThat(sentence).contains(finding));
    }
}
