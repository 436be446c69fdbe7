package io.redress.form;

import static io.redress.form.FormFile.field;
import static io.redress.form.FormFile.hide;
import static io.redress.form.FormFile.validate;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

class FormCheckPropertiesTest {

    private static final FormCheck CHECK = new FormCheck(
            Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneId.of("Asia/Shanghai")), FormFile.ENGLISH);
    private static final String OPTIONS = "\"values\":[\"low\",\"high\",\"other\"]";
    private static final Form FORM = FormFile.of(String.join(
            ",",
            field("textfield", "name", validate("\"required\":true,\"maxLength\":200")),
            field("textarea", "words", validate("\"maxLength\":4000")),
            field("textfield", "reference", validate("\"pattern\":\"^C-\\\\d{8}-\\\\d{4}$\"")),
            field("number", "amount", "\"decimalDigits\":2," + validate("\"min\":0,\"max\":1000000")),
            field("number", "price", "\"serializeToString\":true,\"increment\":\"0.05\""),
            field("select", "severity", OPTIONS),
            field("radio", "site", "\"valuesKey\":\"sites\""),
            field("checkbox", "injury", ""),
            field("checklist", "causes", OPTIONS),
            field("taglist", "tags", "\"valuesExpression\":\"=[\\\"low\\\",\\\"high\\\",\\\"other\\\"]\""),
            field("datetime", "day", "\"subtype\":\"date\""),
            field("datetime", "time", "\"subtype\":\"time\""),
            field("datetime", "moment", "\"subtype\":\"datetime\",\"timeSerializingFormat\":\"utc_offset\""),
            field("textfield", "number", "\"readonly\":true"),
            field("expression", "total", "\"expression\":\"=amount + 1\""),
            "{\"type\":\"group\",\"components\":["
                    + field("textarea", "injuries", validate("\"required\":true") + "," + hide("=severity = \"low\""))
                    + "],"
                    + hide("=not(injury)") + "}"));
    private static final Map<String, Object> GIVEN =
            Map.of("sites", List.of("low", "high", "other"), "number", "C-20261121-0007");

    @Property(tries = 200)
    void whateverThePageCanSubmitIsAcceptedAndStable(@ForAll("filledIn") Map<String, Object> filledIn) {
        Map<String, Object> submitted = new HashMap<>(filledIn);
        submitted.keySet().retainAll(CHECK.asked(FORM, GIVEN, filledIn));
        submitted.put("total", 5);

        Checked checked = CHECK.check(FORM, GIVEN, submitted, Caller.PAGE);

        assertThat(checked.values()).containsOnlyKeys(CHECK.asked(FORM, GIVEN, filledIn));
        assertThat(checked.values().get("words"))
                .isEqualTo(ValueParser.isBlank((String) submitted.get("words")) ? null : submitted.get("words"));
        assertThat(CHECK.check(FORM, GIVEN, checked.values(), Caller.PAGE)).isEqualTo(checked);
        assertThat(CHECK.check(FORM, GIVEN, checked.values(), Caller.API)).isEqualTo(checked);
    }

    @Property(tries = 400)
    void junkIsAcceptedOrRefusedInWordsAndNothingElse(
            @ForAll("junkFilledIn") Map<String, Object> submitted,
            @ForAll("junkFilledIn") Map<String, Object> given,
            @ForAll Caller caller) {
        try {
            Checked checked = CHECK.check(FORM, given, submitted, caller);

            assertThat(checked.values().values())
                    .allSatisfy(value -> assertThat(value)
                            .satisfiesAnyOf(
                                    scalar -> assertThat(scalar).isNull(),
                                    scalar -> assertThat(scalar)
                                            .isInstanceOfAny(
                                                    String.class, BigDecimal.class, Boolean.class, List.class)));
        } catch (InvalidSubmission refusal) {
            assertThat(refusal.problems()).isNotEmpty();
            assertThat(refusal.getMessage()).endsWith(".").doesNotContain("{", "\u0000");
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> filledIn() {
        Arbitrary<Map<String, Object>> words = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(200),
                        text().ofMaxLength(2_000),
                        Arbitraries.strings()
                                .numeric()
                                .ofLength(12)
                                .map(n -> "C-" + n.substring(0, 8) + "-" + n.substring(8)),
                        text().ofMaxLength(100).map(injuries -> injuries + "."))
                .as((name, said, reference, injuries) -> map(
                        "name",
                        name,
                        "words",
                        said,
                        "reference",
                        reference,
                        "injuries",
                        injuries,
                        "number",
                        "C-20261121-0007"));
        Arbitrary<Map<String, Object>> numbers = Combinators.combine(
                        Arbitraries.integers()
                                .between(0, 100_000_000)
                                .map(cents -> numberAsInJson(cents / 100.0))
                                .injectNull(0.1),
                        Arbitraries.integers()
                                .between(-1_000, 1_000)
                                .map(step -> BigDecimal.valueOf(step * 5L, 2).toString())
                                .injectNull(0.1))
                .as((amount, price) -> map("amount", amount, "price", price));
        Arbitrary<Map<String, Object>> choices = Combinators.combine(
                        option().injectNull(0.2),
                        option().injectNull(0.2),
                        Arbitraries.of(true, false),
                        options().map(List::copyOf),
                        options()
                                .map(chosen -> "[\"" + String.join("\",\"", chosen) + "\"]")
                                .map(json -> json.equals("[\"\"]") ? "[]" : json))
                .as((severity, site, injury, causes, tags) ->
                        map("severity", severity, "site", site, "injury", injury, "causes", causes, "tags", tags));
        Arbitrary<Map<String, Object>> dates = Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(1900, 1, 2).toEpochDay(),
                                        LocalDate.of(9999, 12, 30).toEpochDay())
                                .map(LocalDate::ofEpochDay),
                        Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.ofSecondOfDay(quarter * 900L)),
                        Arbitraries.of("+08:00", "Z", "-11:30", "+00:00"))
                .as((day, time, offset) ->
                        map("day", day.toString(), "time", time.toString(), "moment", day + "T" + time + offset));
        return Combinators.combine(words, numbers, choices, dates).as((a, b, c, d) -> {
            Map<String, Object> all = new HashMap<>(a);
            all.putAll(b);
            all.putAll(c);
            all.putAll(d);
            return all;
        });
    }

    @Provide
    Arbitrary<Map<String, Object>> junkFilledIn() {
        List<String> keys = FORM.fields().stream().map(Field::key).toList();
        Arbitrary<String> names = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of(keys)),
                Tuple.of(1, Arbitraries.of("sites", "this", "")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(50)));
        return Arbitraries.maps(names, junk()).ofMaxSize(20);
    }

    private static Arbitrary<Object> junk() {
        Arbitrary<Object> scalar = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).map(text -> (Object) text),
                Arbitraries.of(
                        "[",
                        "[[]]",
                        "{}",
                        "null",
                        "NaN",
                        "1e400",
                        "0x10",
                        "\ud800",
                        "2026-02-30",
                        "24:61",
                        "low",
                        "true",
                        "12.50",
                        "=1",
                        "9".repeat(9_000),
                        "x".repeat(5_000),
                        "2026-11-21T10:00+19:00",
                        "+999999999-12-31",
                        "[1e999999999]"),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, Long.MIN_VALUE, new BigDecimal("1e2147483647")),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.of(true, false),
                Arbitraries.just(new Object()),
                Arbitraries.just((Object) new byte[] {1}));
        Arbitrary<Object> list = scalar.injectNull(0.1).list().ofMaxSize(4).map(items -> (Object) items);
        Arbitrary<Object> map =
                Arbitraries.maps(Arbitraries.of("label", "value", "x"), scalar).map(items -> (Object) items);
        return Arbitraries.oneOf(
                        scalar, scalar, list, map, list.list().ofMaxSize(2).map(lists -> (Object) lists))
                .injectNull(0.1);
    }

    private static StringArbitrary text() {
        return Arbitraries.strings()
                .withChars("abc <>&;'\"{}[]()*_#投诉退款。，\n\r\t\u0001\u00a0")
                .withChars('\u4e00', '\u9fa5');
    }

    private static Arbitrary<String> option() {
        return Arbitraries.of("low", "high", "other");
    }

    private static Arbitrary<Set<String>> options() {
        return option().set().map(LinkedHashSet::new);
    }

    /** As it arrives: a whole number as Integer, another as Double. */
    private static Object numberAsInJson(double number) {
        return number == Math.rint(number) ? (Object) (int) number : (Object) number;
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
