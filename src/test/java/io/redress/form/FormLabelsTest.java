package io.redress.form;

import static io.redress.form.FormFile.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormLabelsTest {

    private static final String CHANNEL = field("select", "channel", """
            "description": "How it came.",
            "appearance": {"suffixAdorner": "pieces"},
            "values": [{"value": "desk", "label": "At the desk; or near"}, {"value": "phone", "label": "Telephone"}],
            "properties": {
              "personal": "identity",
              "label.zh": "渠道", "description.zh": "来自何处。", "suffixAdorner.zh": "件",
              "options.zh": "desk=服务台;phone=电话"}""");

    static Stream<Path> delivered() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).toList().stream();
        }
    }

    @Test
    void theChineseWordsTakeTheirPlaceAndTheEnglishOnesAreKept() throws IOException {
        JsonNode chinese = component(FormLabels.in(Language.ZH, form(CHANNEL)));

        assertThat(chinese.path("label").asText()).isEqualTo("渠道");
        assertThat(chinese.path("description").asText()).isEqualTo("来自何处。");
        assertThat(chinese.at("/appearance/suffixAdorner").asText()).isEqualTo("件");
        assertThat(chinese.path("values").findValuesAsText("label")).containsExactly("服务台", "电话");
        JsonNode kept = chinese.path("properties");
        assertThat(kept.path("label.en").asText()).isEqualTo("CHANNEL");
        assertThat(kept.path("description.en").asText()).isEqualTo("How it came.");
        assertThat(kept.path("suffixAdorner.en").asText()).isEqualTo("pieces");
        assertThat(kept.path("options.en").asText()).isEqualTo("desk=At the desk; or near;phone=Telephone");
        assertThat(kept.path("options.zh").asText()).isEqualTo("desk=服务台;phone=电话");
        assertThat(kept.path("personal").asText()).isEqualTo("identity");
    }

    @Test
    void whatAnOwnerTypesInAChineseFormIsChineseFromThenOn() throws IOException {
        String deployed = new String(FormLabels.in(Language.ZH, form(CHANNEL)), StandardCharsets.UTF_8);
        String renamed = deployed.replace("\"label\" : \"渠道\"", "\"label\" : \"来源\"")
                .replace("\"label\" : \"电话\"", "\"label\" : \"来电\"");

        JsonNode chinese = component(FormLabels.in(Language.ZH, renamed.getBytes(StandardCharsets.UTF_8)));

        assertThat(chinese.path("label").asText()).isEqualTo("来源");
        assertThat(chinese.path("values").findValuesAsText("label")).containsExactly("服务台", "来电");
        assertThat(chinese.at("/properties/label.zh").asText()).isEqualTo("来源");
        assertThat(chinese.at("/properties/options.zh").asText()).isEqualTo("desk=服务台;phone=来电");
        JsonNode english = component(
                FormLabels.in(Language.EN, FormLabels.in(Language.ZH, renamed.getBytes(StandardCharsets.UTF_8))));
        assertThat(english.path("label").asText()).isEqualTo("CHANNEL");
        assertThat(english.path("values").findValuesAsText("label"))
                .containsExactly("At the desk; or near", "Telephone");
    }

    @Test
    void whatHasNoOtherLanguageStaysAsItIs() {
        byte[] form = form(field("textfield", ""));
        assertThat(FormLabels.in(Language.ZH, form)).isSameAs(form);
        assertThat(FormLabels.in(Language.EN, form)).isSameAs(form);
    }

    @Test
    void aTurnedFormIsStillKnownInBothLanguages() {
        Form form = Form.parse(FormLabels.in(Language.ZH, form(CHANNEL)), FormFile.ENGLISH);
        Field channel = form.field("channel").orElseThrow();
        assertThat(channel.label(Language.EN)).isEqualTo("CHANNEL");
        assertThat(channel.label(Language.ZH)).isEqualTo("渠道");
        assertThat(channel.description(Language.EN)).isEqualTo("How it came.");
        assertThat(channel.options())
                .extracting(option -> option.label(Language.EN), option -> option.label(Language.ZH))
                .containsExactly(tuple("At the desk; or near", "服务台"), tuple("Telephone", "电话"));
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void aDeliveredFormComesBackFromChineseAsItWas(Path file) throws IOException {
        byte[] delivered = Files.readAllBytes(file);
        assertThat(FormLabels.in(Language.EN, delivered)).isSameAs(delivered);

        byte[] chinese = FormLabels.in(Language.ZH, delivered);
        byte[] english = FormLabels.in(Language.EN, chinese);

        assertThat(FormLabels.in(Language.ZH, chinese)).isSameAs(chinese);
        assertThat(FormLabels.in(Language.ZH, english)).isEqualTo(chinese);
        assertThat(words(chinese)).noneMatch(words -> words.matches(".*[A-Za-z]{2,}.*"));
        assertThat(words(english)).isEqualTo(words(delivered));
        assertThat(withoutWords(chinese)).isEqualTo(withoutWords(delivered));
    }

    private static List<String> words(byte[] form) throws IOException {
        JsonNode json = Json.read(form);
        return Component.in(json, List.of()).stream()
                .flatMap(component -> Stream.concat(
                        Component.WORDS.stream().map(component::text),
                        component.json().path("values").findValuesAsText("label").stream()))
                .toList();
    }

    private static JsonNode withoutWords(byte[] form) throws IOException {
        JsonNode json = Json.read(form);
        Component.in(json, List.of()).forEach(component -> {
            ObjectNode node = (ObjectNode) component.json();
            node.remove(Component.WORDS);
            node.remove("properties");
            node.path("values").forEach(option -> ((ObjectNode) option).remove("label"));
            if (node.path("appearance") instanceof ObjectNode appearance) {
                appearance.remove(List.of("prefixAdorner", "suffixAdorner"));
            }
        });
        return json;
    }

    private static byte[] form(String component) {
        return ("{\"type\":\"default\",\"id\":\"a-form\",\"schemaVersion\":16,\"components\":[" + component + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode component(byte[] form) throws IOException {
        return Json.read(form).path("components").path(0);
    }
}
