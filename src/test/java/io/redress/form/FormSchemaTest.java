package io.redress.form;

import static io.redress.form.FormFile.field;
import static io.redress.form.FormFile.hide;
import static io.redress.form.FormFile.validate;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormSchemaTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private static FormSchema schema(Sentences sentences) {
        return new FormSchema(new FormCheck(NOW, sentences), sentences);
    }

    private static Map<?, ?> property(Sentences sentences, String component) {
        Map<String, Object> schema = schema(sentences).of(FormFile.of(component), Map.of());
        return (Map<?, ?>) ((Map<?, ?>) schema.get("properties")).get("x");
    }

    private static Map<?, ?> property(String component) {
        return property(FormFile.ENGLISH, component);
    }

    @Test
    void aTextHasItsLengthsItsPatternAndItsFormat() {
        assertThat(property(field("textfield", validate("\"minLength\":2,\"maxLength\":4000,\"pattern\":\"^A\"")))
                        .entrySet())
                .isEqualTo(Map.of(
                                "title",
                                "X",
                                "type",
                                List.of("string", "null"),
                                "minLength",
                                2,
                                "maxLength",
                                4_000,
                                "pattern",
                                "^A")
                        .entrySet());
        assertThat(property(field("textfield", validate("\"validationType\":\"email\"")))
                        .get("format"))
                .isEqualTo("email");
        assertThat(property(field("textarea", validate("\"required\":true"))).get("minLength"))
                .isEqualTo(1);
    }

    @Test
    void aNumberHasItsBounds() {
        Map<?, ?> amount = property(field("number", "\"decimalDigits\":2," + validate("\"min\":0,\"max\":4000")));
        assertThat(amount.get("type")).isEqualTo(List.of("number", "null"));
        assertThat(amount.get("minimum")).isEqualTo(BigDecimal.ZERO);
        assertThat(amount.get("maximum")).hasToString("4000");
        assertThat(amount.get("description")).isEqualTo("At most 2 digits after the point.");
        assertThat(property(field("number", "\"decimalDigits\":0")).get("type")).isEqualTo(List.of("integer", "null"));
    }

    @Test
    void aChoiceHasItsOptionsInTheLanguageOfTheInstallation() {
        String choice = field(
                "select",
                "\"values\":[{\"label\":\"Red\",\"value\":\"red\"},{\"label\":\"Blue\",\"value\":\"blue\"}],"
                        + "\"properties\":{\"label.zh\":\"颜色\",\"options.zh\":\"red=红;blue=蓝\"}");
        assertThat(property(choice).get("enum")).isEqualTo(Arrays.asList("red", "blue", null));
        assertThat(property(choice).get("description")).isEqualTo("red = Red; blue = Blue");
        assertThat(property(FormFile.CHINESE, choice).get("description")).isEqualTo("red = 红; blue = 蓝");
        assertThat(property(FormFile.CHINESE, choice).get("title")).isEqualTo("颜色");
    }

    @Test
    void onlyWhatCanBeSentIsThereAndOnlyWhatMustBeIsRequired() {
        Form form = FormFile.of(String.join(
                ",",
                field("textfield", "must", validate("\"required\":true")),
                field("textfield", "may", ""),
                field(
                        "textfield",
                        "inTasklist",
                        "\"properties\":{\"api\":\"optional\"}," + validate("\"required\":true")),
                field("textfield", "sometimes", hide("=may = \"\"") + "," + validate("\"required\":true")),
                field("textfield", "shown", "\"disabled\":true"),
                field("textfield", "fixed", "\"readonly\":true"),
                field("expression", "computed", "\"expression\":\"=1\"")));
        Map<String, Object> schema = schema(FormFile.ENGLISH).of(form, Map.of());
        assertThat(((Map<?, ?>) schema.get("properties")).keySet().toArray())
                .containsExactly("must", "may", "inTasklist", "sometimes");
        assertThat(schema.get("required")).isEqualTo(List.of("must"));
        assertThat(schema.get("additionalProperties")).isEqualTo(false);
        assertThat(schema(FormFile.ENGLISH).example(form, Map.of())).contains(Map.of("must", "MUST"));
    }

    @Test
    void anExampleThatWouldBeRefusedIsNotGiven() {
        Form form = FormFile.of(field("textfield", validate("\"required\":true,\"pattern\":\"^[0-9]{6}$\"")));
        assertThat(schema(FormFile.ENGLISH).example(form, Map.of())).isEmpty();
    }

    @Test
    void anExampleFillsInWhateverIsRequired() {
        String required = validate("\"required\":true");
        String options = "\"values\":[{\"label\":\"A\",\"value\":\"a\"}],";
        Form form = FormFile.of(String.join(
                ",",
                field("textfield", "email", validate("\"required\":true,\"validationType\":\"email\"")),
                field("textfield", "phone", validate("\"required\":true,\"validationType\":\"phone\"")),
                field("number", "amount", required),
                field("checkbox", "agreed", required),
                field("radio", "one", options + required),
                field("checklist", "several", options + required),
                field("datetime", "day", "\"subtype\":\"date\"," + required),
                field("datetime", "hour", "\"subtype\":\"time\",\"timeSerializingFormat\":\"utc_offset\"," + required),
                field(
                        "datetime",
                        "moment",
                        "\"subtype\":\"datetime\",\"timeSerializingFormat\":\"utc_offset\"," + required),
                field("select", "site", "\"valuesKey\":\"sites\"," + required)));
        Map<String, ?> lists = Map.of("sites", List.of(Map.of("label", "Mall", "value", "mall")));
        assertThat(schema(FormFile.ENGLISH).example(form, lists).orElseThrow())
                .hasSize(10)
                .containsEntry("site", "mall");
    }
}
