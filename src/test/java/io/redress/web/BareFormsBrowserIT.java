package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.form.Field;
import io.redress.form.Form;
import io.redress.form.FormLabels;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.testing.Chromium;
import io.redress.testing.InABrowser;
import io.redress.testing.InChinese;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every form in Chinese, drawn by Tasklist's own form-js with nothing around it and no case behind it, each field shown
 * whatever it depends on. What people do with it, {@link FormsBrowserIT} tries in English; the full build in both languages.
 */
@InABrowser
@InChinese
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BareFormsBrowserIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Numbers by which steps find what they are about; they say nothing to clerks. */
    private static final Set<String> NUMBERS = Set.of("measureId", "recoveryId", "repaymentId");

    /** Takes form-js out of Tasklist's bundle; the number of its module is that of Camunda 7.24.0. */
    private static final String FORM_JS = """
            () => {
              let load;
              self.webpackChunkcamunda_bpm_webapp.push([[Symbol()], {}, require => { load = require; }]);
              self.FormJs = load(57661).Form;
            }
            """;

    private static final String DRAW = """
            async ([schema, data]) => {
              document.body.innerHTML = '<div id="bare"></div>';
              const form = new FormJs({ container: document.getElementById('bare') });
              const { warnings } = await form.importSchema(JSON.parse(schema), JSON.parse(data));
              return warnings.map(String);
            }
            """;

    private final Chromium chromium;

    @Autowired
    private Rest rest;

    @Autowired
    private Sentences sentences;

    private Tasklist desk;

    BareFormsBrowserIT(Chromium chromium) {
        this.chromium = chromium;
    }

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @BeforeAll
    void openTasklist() {
        desk = chromium.tasklist(rest.address(), Language.ZH).login("customer-service");
        // What changes form-js's own words has begun.
        desk.page().waitForFunction("() => document.documentElement.lang === 'zh-CN'");
        desk.page().evaluate(FORM_JS);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachFieldIsDrawnAndNoWordOfAnotherLanguageStandsThere(Path file) throws IOException {
        byte[] chinese = FormLabels.in(Language.ZH, Files.readAllBytes(file));
        JsonNode schema = JSON.readTree(chinese);
        schema.findParents("conditional").forEach(component -> ((ObjectNode) component).remove("conditional"));
        List<Field> fields = List.copyOf(Form.parse(chinese, sentences).fields());

        Object warnings =
                desk.page().evaluate(DRAW, List.of(schema.toString(), JSON.writeValueAsString(lists(fields))));

        assertThat(warnings).isEqualTo(List.of());
        // A list of options and a calendar are drawn a moment later, longer on a busy machine.
        await().untilAsserted(() -> assertThat(fields)
                .filteredOn(field -> field.type() != Field.Type.EXPRESSION)
                .allSatisfy(field -> assertThat(
                                desk.sees("[id$='-Field_%1$s'], [id*='-Field_%1$s-']".formatted(field.key())))
                        .as(field.key())
                        .isEqualTo(!NUMBERS.contains(field.key()))));
        assertThat(desk.foreignWords(List.of())).isEmpty();
        assertThat(desk.faults()).isEmpty();
    }

    /** What the server gives a form to choose from. */
    private static Map<String, List<Map<String, String>>> lists(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> field.list().stream())
                .distinct()
                .collect(Collectors.toMap(
                        list -> list,
                        list -> List.of(Map.of("value", "one", "label", "甲"), Map.of("value", "two", "label", "乙"))));
    }
}
