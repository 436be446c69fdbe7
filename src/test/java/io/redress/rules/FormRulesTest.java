package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.redress.form.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the fault it is for: a sound form is spoilt in one place. */
class FormRulesTest {

    private static final String NAME = "inspect-goods";

    private static String sound;

    @BeforeAll
    static void read() throws IOException {
        sound = Files.readString(Path.of("src/test/resources/rules/inspect-goods.form"));
    }

    @Test
    void findsNothingInASoundForm() {
        assertThat(findings(sound)).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("\"id\": \"inspect-goods\"", "\"id\": \"look-at-goods\"", "is the file’s name"),
                arguments("\"type\": \"radio\"", "\"type\": \"filepicker\"", "filepicker"),
                arguments(
                        "\"key\": \"reason\"",
                        "\"key\": \"description\"",
                        "the panel beside the form shows description"),
                arguments("\"key\": \"reason\"", "\"key\": \"number\"", "the panel beside the form shows number"),
                arguments("\"key\": \"reason\"", "\"key\": \"lotNumber\"", "lotNumber is shown, but"),
                arguments(
                        "\"被投诉人\", \"personal\": \"identity\"",
                        "\"被投诉人\"",
                        "complainedAbout is not marked as personal: IDENTITY"),
                arguments(
                        "\"被投诉人\", \"personal\": \"identity\"",
                        "\"被投诉人\", \"personal\": \"contact\"",
                        "complainedAbout is not marked"),
                arguments("\"见证人\", \"personal\": \"identity\"", "\"见证人\"", "witnessName is not marked as personal"),
                arguments("\"Field_state\"", "\"Field_1a2b3c4\"", "was made up by the modeller"),
                arguments("\"Field_state\"", "\"Field_condition\"", "the id of state is Field_state"),
                arguments("\"label.zh\": \"商品状况\", ", "", "label.zh"),
                arguments("\"description.zh\": \"请一并查看内部。\", ", "", "description.zh"),
                arguments(
                        "\"label.zh\": \"商品状况\"",
                        "\"label.zh\": \"State\"",
                        "label.zh of Field_state, “State”, is not Chinese"),
                arguments("broken=损坏", "broken=broken", "options.zh of Field_state, “broken”, is not Chinese"),
                arguments(";broken=损坏", "", "broken"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void findsTheFault(String part, String spoilt, String finding) {
        assertThat(sound).contains(part);
        assertThat(findings(sound.replace(part, spoilt)))
                .anySatisfy(sentence -> assertThat(sentence).contains(finding));
    }

    @Test
    void findsAFormThatNoDiagramShows() {
        assertThat(FormRules.of(Set.of(), Set.of(), List.of()).findings(NAME, bytes(sound)))
                .containsExactly("inspect-goods: no diagram shows it");
    }

    private static List<String> findings(String form) {
        return FormRules.of(Set.of(), Set.of(NAME), List.of(Form.parse(bytes(sound), House.SENTENCES)))
                .findings(NAME, bytes(form));
    }

    private static byte[] bytes(String form) {
        return form.getBytes(StandardCharsets.UTF_8);
    }
}
