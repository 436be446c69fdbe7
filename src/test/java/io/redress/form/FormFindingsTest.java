package io.redress.form;

import static io.redress.form.FormFile.field;
import static io.redress.form.FormFile.hide;
import static io.redress.form.FormFile.validate;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.form.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormFindingsTest {

    private static final String OPTIONS =
            "\"values\":[{\"label\":\"A\",\"value\":\"a\"},{\"label\":\"B\",\"value\":\"b\"}]";

    static Stream<Arguments> formsThatMustNotBeDeployed() {
        return Stream.of(
                Arguments.of("cannot be used in Tasklist", "{\"type\":\"filepicker\",\"key\":\"x\"}"),
                Arguments.of("cannot be used in Tasklist", "{\"type\":\"documentPreview\"}"),
                Arguments.of(
                        "cannot be used in Tasklist", "{\"type\":\"dynamiclist\",\"path\":\"x\",\"components\":[]}"),
                Arguments.of("cannot be used in Tasklist", "{\"type\":\"iframe\",\"url\":\"https://example.com\"}"),
                Arguments.of("cannot be used in Tasklist", "{\"key\":\"x\"}"),
                Arguments.of("cannot be used in Tasklist", "null"),
                Arguments.of("the id “i” is used twice", text("a", "\"id\":\"i\"") + "," + text("b", "\"id\":\"i\"")),
                Arguments.of("has a path", "{\"type\":\"group\",\"path\":\"g\",\"components\":[]}"),
                Arguments.of("has no key", "{\"type\":\"textfield\",\"label\":\"X\"}"),
                Arguments.of("the key “a.b” cannot", text("a.b", "")),
                Arguments.of("the key “a-b” cannot", text("a-b", "")),
                Arguments.of("the key “1” cannot", text("1", "")),
                Arguments.of("already has the key “a”", text("a", "") + "," + text("a", "")),
                Arguments.of("allows more than 4,000", field("textarea", validate("\"maxLength\":4001"))),
                Arguments.of("cannot be less than 0", field("textarea", validate("\"minLength\":-1"))),
                Arguments.of(
                        "minLength is greater than maxLength", text("a", validate("\"minLength\":5,\"maxLength\":4"))),
                Arguments.of("min is greater than max", field("number", validate("\"min\":1,\"max\":0.5"))),
                Arguments.of("max is not a number", field("number", validate("\"max\":\"ten\""))),
                Arguments.of("decimal digits", field("number", "\"decimalDigits\":-1")),
                Arguments.of("decimal digits", field("number", "\"decimalDigits\":1.5")),
                Arguments.of("increment", field("number", "\"increment\":\"0\"")),
                Arguments.of("increment", field("number", "\"increment\":\"a\"")),
                Arguments.of("exactly one way", field("select", "")),
                Arguments.of("exactly one way", field("select", OPTIONS + ",\"valuesKey\":\"list\"")),
                Arguments.of("exactly one way", field("taglist", "\"valuesKey\":\"\"")),
                Arguments.of("each with its own value", field("radio", "\"values\":[]")),
                Arguments.of("each with its own value", field("radio", "\"values\":[\"a\",\"a\"]")),
                Arguments.of(
                        "each with its own value",
                        field("radio", "\"values\":[{\"label\":\"A\",\"value\":{\"b\":1}}]")),
                Arguments.of("disabled cannot be computed", text("a", "\"disabled\":\"=true\"")),
                Arguments.of("no regular expression", text("a", validate("\"pattern\":\"[\""))),
                Arguments.of("no regular expression", text("a", validate("\"pattern\":\"\\\\p{Han}\""))),
                Arguments.of("of the subtype date", field("datetime", "\"subtype\":\"year\"")),
                Arguments.of("under hide is not valid FEEL", text("a", hide("=a ="))),
                Arguments.of("under readonly is not valid FEEL", text("a", "\"readonly\":\"=(\"")),
                Arguments.of("under min is not valid FEEL", field("number", validate("\"min\":\"=1 +\""))),
                Arguments.of("under expression is not valid FEEL", field("expression", "\"expression\":\"=)\"")),
                Arguments.of("under dataSource is not valid", "{\"type\":\"table\",\"dataSource\":\"=[\"}"),
                Arguments.of("under hide must begin with =", text("a", hide("a = 1"))),
                Arguments.of("under valuesExpression must begin", field("select", "\"valuesExpression\":\"[1]\"")),
                Arguments.of("shows “a”, which people type", text("a", "") + "," + show("Said: {{a}}")),
                Arguments.of("shows “a”, which people type", text("a", "") + "," + show("=a")),
                Arguments.of(
                        "shows “a”, which people type",
                        text("a", "") + ",{\"type\":\"html\",\"content\":\"<b>{{ a }}</b>\"}"),
                Arguments.of("shows “a”, which people type", text("a", "") + ",{\"type\":\"image\",\"source\":\"=a\"}"),
                Arguments.of("shows “this”, which people type", text("a", "") + "," + show("{{this}}")),
                Arguments.of(
                        "shows “sum”, which people type",
                        text("a", "") + "," + field("expression", "more", "\"expression\":\"=a + a\"") + ","
                                + field("expression", "sum", "\"expression\":\"=more\"") + "," + show("{{sum}}")),
                Arguments.of("personal is contact", text("a", "\"properties\":{\"personal\":\"secret\"}")));
    }

    private static String text(String key, String more) {
        return field("textfield", key, more);
    }

    private static String show(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    @ParameterizedTest
    @MethodSource("formsThatMustNotBeDeployed")
    void refusesAFormThatWouldFailItsUsers(String reason, String components) {
        assertThat(findings(components, Severity.REFUSED))
                .hasSize(1)
                .first()
                .asString()
                .contains(reason);
    }

    static Stream<Arguments> whatADeliveredFormMustNotLack() {
        String chinese = "\"properties\":{\"label.zh\":\"某\"";
        return Stream.of(
                Arguments.of("no maximum length", field("textarea", chinese + "}")),
                Arguments.of("label.zh", field("number", "")),
                Arguments.of("label.zh", "{\"type\":\"group\",\"label\":\"Group\",\"components\":[]}"),
                Arguments.of("description.zh", field("number", "\"description\":\"In yuan\"," + chinese + "}")),
                Arguments.of("dateLabel.zh", "{\"type\":\"datetime\",\"key\":\"x\",\"dateLabel\":\"On\"}"),
                Arguments.of("text.zh", show("Thank you, {{name}}")),
                Arguments.of("content.zh", "{\"type\":\"html\",\"content\":\"<b>Thank you</b>\"}"),
                Arguments.of(
                        "suffixAdorner.zh",
                        field("number", "\"appearance\":{\"suffixAdorner\":\"CNY\"}," + chinese + "}")),
                Arguments.of("has no label", "{\"type\":\"number\",\"key\":\"x\"}"),
                Arguments.of("options.zh", field("select", OPTIONS + "," + chinese + "}")),
                Arguments.of("options.zh", field("select", OPTIONS + "," + chinese + ",\"options.zh\":\"a=甲\"}")),
                Arguments.of(
                        "options.zh", field("select", OPTIONS + "," + chinese + ",\"options.zh\":\"a=甲;b=乙;c=丙\"}")),
                Arguments.of("options.zh", field("select", OPTIONS + "," + chinese + ",\"options.zh\":\"a=甲;b=\"}")));
    }

    @ParameterizedTest
    @MethodSource("whatADeliveredFormMustNotLack")
    void remarksOnWhatAnOwnerMayLeaveOut(String reason, String components) {
        assertThat(findings(components, Severity.REFUSED)).isEmpty();
        assertThat(findings(components, Severity.HOUSE_RULE))
                .hasSize(1)
                .first()
                .asString()
                .contains(reason);
    }

    @Test
    void findsNothingInAFormThatIsAsItShouldBe() {
        String zh = "\"properties\":{\"label.zh\":\"某\"}";
        String form = String.join(
                ",",
                field(
                        "textfield",
                        "a",
                        validate("\"minLength\":1,\"maxLength\":40,\"pattern\":\"^[\\u4e00-\\u9fa5]+$\"") + "," + zh),
                field("textarea", "b", validate("\"maxLength\":4000") + "," + zh + "," + hide("=a = null")),
                field(
                        "number",
                        "c",
                        validate("\"min\":0,\"max\":\"=d\"") + ",\"decimalDigits\":2,\"increment\":\"0.01\"," + zh),
                field("number", "d", "\"readonly\":\"=c > 5\"," + zh),
                field("select", "e", OPTIONS + ",\"properties\":{\"label.zh\":\"某\",\"options.zh\":\"b=乙;a=甲\"}"),
                field("radio", "f", "\"valuesKey\":\"list\"," + zh),
                field("checkbox", "g", zh),
                field("checklist", "h", "\"valuesExpression\":\"=[1, 2]\"," + zh),
                field("taglist", "i", "\"valuesKey\":\"list\"," + zh),
                "{\"type\":\"datetime\",\"key\":\"j\",\"dateLabel\":\"J\",\"subtype\":\"datetime\",\"properties\":{\"dateLabel.zh\":\"某日\"}}",
                field("expression", "k", "\"expression\":\"=c + d\""),
                "{\"type\":\"text\",\"text\":\"# Total: {{k}}, {{j}}\",\"properties\":{\"text.zh\":\"# 合计：{{k}}\"}}",
                "{\"type\":\"html\",\"content\":\"<hr>{{c}}\",\"properties\":{\"content.zh\":\"<hr>\"}}",
                "{\"type\":\"table\",\"label\":\"T\",\"dataSource\":\"=rows\"," + zh + "}",
                "{\"type\":\"group\",\"components\":[{\"type\":\"spacer\"},{\"type\":\"separator\"}]}",
                "{\"type\":\"image\",\"source\":\"https://example.com/a.png\"}",
                "{\"type\":\"button\",\"label\":\"Go\"," + zh + "}");

        assertThat(FormFile.of(form).findings(FormFile.CHINESE)).isEmpty();
    }

    @Test
    void namesTheComponentThatItSpeaksOf() {
        Finding finding = FormFile.of("{\"type\":\"iframe\",\"id\":\"Field_1\",\"label\":\"Map\"}")
                .findings(FormFile.CHINESE)
                .get(0);

        assertThat(finding).isEqualTo(new Finding(Severity.REFUSED, "Field_1", "「Map」：任务列表不支持「iframe」类型的组件，请改用其他组件。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{b}}", "{{ab}}", "a {b} a", "{{a_b}}"})
    void letsTextsShowWhatNobodyTyped(String shown) {
        assertThat(findings(text("a", "") + "," + show(shown), Severity.REFUSED))
                .isEmpty();
    }

    private static List<String> findings(String components, Severity severity) {
        return FormFile.of(components).findings(FormFile.ENGLISH).stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::sentence)
                .toList();
    }
}
