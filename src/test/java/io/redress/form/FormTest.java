package io.redress.form;

import static io.redress.form.FormFile.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.language.Language;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void findsTheFieldsInGroupsInTheOrderOfTheForm() {
        Form form = FormFile.of(field("textfield", "first", "") + ",{\"type\":\"group\",\"components\":["
                + field("number", "second", "") + ",{\"type\":\"group\",\"components\":[" + field("select", "third", "")
                + "]}]},{\"type\":\"text\",\"text\":\"no field\"}," + field("checkbox", "fourth", ""));

        assertThat(form.id()).isEqualTo("a-form");
        assertThat(form.fields()).extracting(Field::key).containsExactly("first", "second", "third", "fourth");
        assertThat(form.field("third").orElseThrow().type()).isEqualTo(Field.Type.SELECT);
        assertThat(form.field("fifth")).isEmpty();
    }

    @Test
    void readsAByteOrderMark() {
        assertThat(FormFile.parse("\uFEFF{\"type\":\"default\",\"id\":\"退款\",\"components\":[]}")
                        .id())
                .isEqualTo("退款");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "<xml/>",
                "{\"type\":\"default\",\"id\":\"a\",\"components\":[]} and more",
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"type\":\"default\",\"id\":\"a\"}",
                "{\"type\":\"default\",\"id\":\"a\",\"components\":{}}",
                "{\"id\":\"a\",\"components\":[]}",
                "{\"type\":\"default\",\"components\":[]}",
                "{\"type\":\"default\",\"id\":\" \",\"components\":[]}"
            })
    void refusesWhatIsNoForm(String json) {
        assertThatExceptionOfType(InvalidForm.class)
                .isThrownBy(() -> FormFile.parse(json))
                .satisfies(e -> assertThat(e.sentences()).hasSize(1))
                .withMessageEndingWith(".");
    }

    @Test
    void refusesAFormThatIsNotInUtf8() {
        byte[] json = "{\"type\":\"default\",\"id\":\"退款\",\"components\":[]}".getBytes(Charset.forName("GBK"));

        assertThatExceptionOfType(InvalidForm.class).isThrownBy(() -> Form.parse(json, FormFile.CHINESE));
    }

    @Test
    void refusesAFormThatIsNestedBeyondReason() {
        String json = "{\"type\":\"default\",\"id\":\"a\",\"components\":[" + "{\"components\":[".repeat(5_000);

        assertThatExceptionOfType(InvalidForm.class)
                .isThrownBy(() -> Form.parse(json.getBytes(StandardCharsets.UTF_8), FormFile.ENGLISH));
    }

    @Test
    void readsAComponentThatIsNotEvenAnObject() {
        assertThat(FormFile.of("null,5,\"text\",[],{}," + field("textfield", "x", ""))
                        .fields())
                .extracting(Field::key)
                .containsExactly("x");
    }

    @Test
    void knowsAFieldByItsLabelInBothLanguages() {
        Field field = FormFile.of(field("textfield", "\"properties\":{\"label.zh\":\"客户姓名\"}"))
                .field("x")
                .orElseThrow();

        assertThat(field.label(Language.EN)).isEqualTo("X");
        assertThat(field.label(Language.ZH)).isEqualTo("客户姓名");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"label\":\"Name\"                                 | Name",
                "\"label\":\"\"                                     | x",
                "\"label\":\"=greeting\"                            | x",
                "\"label\":\"Dear {{name}}\"                        | x",
                "\"dateLabel\":\"Bought on\"                        | Bought on",
                "\"dateLabel\":\"\",\"timeLabel\":\"At\"            | At",
                "\"dateLabel\":\"On\",\"properties\":{\"dateLabel.zh\":\"日期\"} | 日期",
                "\"properties\":{\"label.zh\":\"\"},\"label\":\"N\" | N"
            })
    void knowsAFieldByTheFirstLabelThatIsFixedWordsElseByItsKey(String properties, String label) {
        Form form = FormFile.of("{\"type\":\"datetime\",\"key\":\"x\"," + properties + "}");

        assertThat(form.field("x").orElseThrow().label(Language.ZH)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"contact,CONTACT", "identity,IDENTITY", "document,DOCUMENT", "health,HEALTH"})
    void knowsPersonalFields(String mark, Personal personal) {
        Form form = FormFile.of(field("textfield", "\"properties\":{\"personal\":\"" + mark + "\"}"));

        assertThat(form.field("x").orElseThrow().personal()).contains(personal);
    }

    @Test
    void knowsThatOtherFieldsAreNotPersonal() {
        assertThat(FormFile.of(field("textfield", "")).field("x").orElseThrow().personal())
                .isEmpty();
    }

    @Test
    void namesItsOptionsInBothLanguages() {
        Form form = FormFile.of(field(
                "select",
                "\"values\":[{\"label\":\"Yes\",\"value\":\"y\"},{\"value\":\"n\"},{\"label\":\"Seven\",\"value\":7.0}],"
                        + "\"properties\":{\"options.zh\":\"rubbish;y=是 ; n=否;7=七;八\"}"));

        assertThat(form.field("x").orElseThrow().options())
                .containsExactly(
                        new Option("y", "Yes", "是"),
                        new Option("n", "n", "否"),
                        new Option(BigDecimal.valueOf(7), "Seven", "七;八"));
    }

    @Test
    void namesTheListsThatItNeeds() {
        Form form = FormFile.of(field("select", "a", "\"valuesKey\":\"sites\"") + ","
                + field("taglist", "b", "\"valuesKey\":\"people\"")
                + ",{\"type\":\"table\",\"dataSource\":\"=measures\"},{\"type\":\"table\",\"dataSource\":\"=[1,2]\"}");

        assertThat(form.lists()).containsExactly("sites", "people", "measures");
    }
}
