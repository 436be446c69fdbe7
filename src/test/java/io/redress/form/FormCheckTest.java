package io.redress.form;

import static io.redress.form.FormFile.field;
import static io.redress.form.FormFile.hide;
import static io.redress.form.FormFile.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T17:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final FormCheck CHECK = new FormCheck(CLOCK, FormFile.ENGLISH);
    private static final String OPTIONS =
            "\"values\":[{\"label\":\"A\",\"value\":\"a\"},{\"label\":\"B\",\"value\":\"b\"},{\"label\":\"7\",\"value\":7},"
                    + "{\"label\":\"Yes\",\"value\":true}]";
    private static final String UTC_OFFSET = "\"timeSerializingFormat\":\"utc_offset\"";

    private static Arguments row(String form, Object submitted, Object result) {
        return Arguments.of(form, submitted, result);
    }

    static Stream<Arguments> accepted() {
        String email = field("textfield", validate("\"validationType\":\"email\""));
        String phone = field("textfield", validate("\"validationType\":\"phone\""));
        String money = field("number", "\"decimalDigits\":2," + validate("\"min\":0,\"max\":1000000"));
        String date = field("datetime", "\"subtype\":\"date\"");
        String time = field("datetime", "\"subtype\":\"time\"");
        String moment = field("datetime", "\"subtype\":\"datetime\"");
        String future = field("datetime", "\"subtype\":\"date\",\"disallowPassedDates\":true");
        String words = "<b>**x**</b> '; drop table x; -- 😀 \u0001 ${1+1} {{x}}\r\n\t ";
        return Stream.of(
                row(field("textfield", ""), "李明", "李明"),
                row(field("textfield", ""), words, words),
                row(field("textfield", ""), "  x ", "  x "),
                row(field("textfield", ""), "", null),
                row(field("textfield", ""), null, null),
                row(field("textarea", ""), " \n\t\u3000\u00a0\ufeff", null),
                row(field("textarea", ""), "x".repeat(4_000), "x".repeat(4_000)),
                row(field("textarea", validate("\"maxLength\":4000")), "😀".repeat(2_000), "😀".repeat(2_000)),
                row(field("textarea", validate("\"maxLength\":3")), "  abc  ", "  abc  "),
                row(field("textarea", validate("\"minLength\":3")), "", null),
                row(field("textarea", validate("\"minLength\":\"=1 + 2\"")), "abc", "abc"),
                row(field("textfield", validate("\"pattern\":\"^C-\\\\d+$\"")), "C-12", "C-12"),
                row(field("textfield", validate("\"pattern\":\"b\"")), "abc", "abc"),
                row(
                        field("textfield", validate("\"pattern\":\"[\"")),
                        "a broken pattern asks for nothing",
                        "a broken pattern asks for nothing"),
                row(email, "a@b", "a@b"),
                row(email, "li.ming+x@example.cn", "li.ming+x@example.cn"),
                row(phone, "+8613800138000", "+8613800138000"),
                row(phone, "008613800138000", "008613800138000"),
                row(money, 12, new BigDecimal("12")),
                row(money, 12L, new BigDecimal("12")),
                row(money, 12.5, new BigDecimal("12.5")),
                row(money, 12.5f, new BigDecimal("12.5")),
                row(money, "12.50", new BigDecimal("12.5")),
                row(money, " 12.50 ", new BigDecimal("12.5")),
                row(money, "12.5000", new BigDecimal("12.5")),
                row(money, new BigDecimal("12.50"), new BigDecimal("12.5")),
                row(money, BigInteger.TEN, BigDecimal.valueOf(10)),
                row(money, 1_000_000.0, BigDecimal.valueOf(1_000_000)),
                row(money, 0, BigDecimal.ZERO),
                row(money, -0.0, BigDecimal.ZERO),
                row(money, "0.00", BigDecimal.ZERO),
                row(money, "", null),
                row(money, null, null),
                row(field("number", ""), "+.5", new BigDecimal("0.5")),
                row(field("number", ""), "5.", BigDecimal.valueOf(5)),
                row(field("number", ""), "1e5", BigDecimal.valueOf(100_000)),
                row(field("number", ""), 1e5, BigDecimal.valueOf(100_000)),
                row(field("number", ""), "1e-7", new BigDecimal("0.0000001")),
                row(field("number", ""), -999_999_999_999_999L, new BigDecimal("-999999999999999")),
                row(field("number", "\"increment\":\"0.05\""), 0.15, new BigDecimal("0.15")),
                row(field("number", validate("\"min\":\"=1 + 1\",\"max\":\"=unknown\"")), 2, BigDecimal.valueOf(2)),
                row(field("checkbox", ""), true, true),
                row(field("checkbox", ""), false, false),
                row(field("checkbox", ""), null, false),
                row(field("checkbox", validate("\"required\":true")), true, true),
                row(field("select", OPTIONS), "a", "a"),
                row(field("select", OPTIONS), 7, BigDecimal.valueOf(7)),
                row(field("radio", OPTIONS), true, true),
                row(field("radio", OPTIONS), "", null),
                row(field("radio", OPTIONS), null, null),
                row(field("checklist", OPTIONS), List.of("b", "a"), List.of("b", "a")),
                row(field("checklist", OPTIONS), "[\"b\", 7.0, true]", List.of("b", BigDecimal.valueOf(7), true)),
                row(field("taglist", OPTIONS), "[]", List.of()),
                row(field("taglist", OPTIONS), "", List.of()),
                row(field("taglist", OPTIONS), "null", List.of()),
                row(field("taglist", OPTIONS), null, List.of()),
                row(date, "2024-02-29", "2024-02-29"),
                row(date, "1900-01-01", "1900-01-01"),
                row(date, "9999-12-31", "9999-12-31"),
                row(date, "", null),
                row(date, null, null),
                row(future, "2026-11-21", "2026-11-21"),
                row(time, "00:00", "00:00"),
                row(time, "23:59:59", "23:59:59"),
                row(time, "14:30Z", "14:30Z"),
                row(time, "14:30+08:00", "14:30+08:00"),
                row(moment, "2026-11-21T14:30", "2026-11-21T14:30+08:00"),
                row(moment, "2026-11-21T14:30:15.5", "2026-11-21T14:30:15.500+08:00"),
                row(moment, "2026-11-21T06:30Z", "2026-11-21T14:30+08:00"),
                row(moment, "2026-11-21T01:30-05:00", "2026-11-21T14:30+08:00"),
                row(
                        field("datetime", "\"subtype\":\"datetime\"," + UTC_OFFSET),
                        "2026-11-21T14:30+08:00",
                        "2026-11-21T14:30+08:00"),
                row(
                        field("datetime", "\"subtype\":\"datetime\",\"disallowPassedDates\":true"),
                        "2026-11-21T00:00",
                        "2026-11-21T00:00+08:00"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatTheFieldAsksFor(String field, Object submitted, Object result) {
        Form form = FormFile.of(field);

        Map<String, Object> values = check(form, Map.of(), of("x", submitted)).values();

        assertThat(values).isEqualTo(of("x", result));
    }

    static Stream<Arguments> refused() {
        String text = field("textfield", "");
        String email = field("textfield", validate("\"validationType\":\"email\""));
        String phone = field("textfield", validate("\"validationType\":\"phone\""));
        String money = field("number", "\"decimalDigits\":2," + validate("\"min\":0,\"max\":1000000"));
        String number = field("number", "");
        String date = field("datetime", "\"subtype\":\"date\"");
        String time = field("datetime", "\"subtype\":\"time\"");
        String moment = field("datetime", "\"subtype\":\"datetime\"");
        String future = field("datetime", "\"subtype\":\"date\",\"disallowPassedDates\":true");
        String required = validate("\"required\":true");
        return Stream.of(
                row(field("textfield", required), "", "“X” is missing. Please fill it in."),
                row(field("textarea", required), " \n ", "is missing"),
                row(field("number", required), null, "is missing"),
                row(field("select", OPTIONS + "," + required), null, "Please choose"),
                row(field("radio", OPTIONS + "," + required), "", "Please choose"),
                row(field("checklist", OPTIONS + "," + required), "[]", "Please choose"),
                row(field("taglist", OPTIONS + "," + required), null, "Please choose"),
                row(field("datetime", required), null, "Please enter it"),
                row(field("checkbox", required), false, "must be ticked"),
                row(field("checkbox", required), null, "must be ticked"),
                row(text, 12, "must be a text"),
                row(text, true, "must be a text"),
                row(text, Map.of("a", 1), "must be a text"),
                row(text, List.of("a"), "must be a text"),
                row(text, "a\u0000b", "a character that cannot be kept"),
                row(text, "a\ud83d", "a character that cannot be kept"),
                row(text, "\ude00\ud83d", "a character that cannot be kept"),
                row(
                        field("textarea", validate("\"maxLength\":4000")),
                        "x".repeat(5_000),
                        "at most 4,000 characters, there are 5,000"),
                row(text, "x".repeat(4_001), "at most 4,000"),
                row(field("textarea", validate("\"maxLength\":9000")), "x".repeat(4_001), "at most 4,000"),
                row(field("textarea", validate("\"maxLength\":5")), "x" + " ".repeat(4_000), "at most 5"),
                row(field("textarea", validate("\"maxLength\":5")), " ".repeat(4_000) + "x", "at most 5"),
                row(field("textarea", validate("\"maxLength\":5")), "😀😀😀", "at most 5 characters, there are 6"),
                row(field("textarea", validate("\"maxLength\":\"=2 + 3\"")), "123456", "at most 5"),
                row(field("textarea", validate("\"minLength\":3")), " ab ", "at least 3"),
                row(field("textfield", validate("\"pattern\":\"^C-\\\\d+$\"")), "C-1\n", "not written as it should be"),
                row(email, "nobody", "an e-mail address"),
                row(email, "a b@c.de", "an e-mail address"),
                row(email, "@", "an e-mail address"),
                row(phone, "13800138000", "its country code"),
                row(phone, "+86 138 0013 8000", "its country code"),
                row(money, -1, "must be at least 0"),
                row(money, -0.01, "must be at least 0"),
                row(money, 1_000_000.01, "must be at most 1000000"),
                row(money, "12.505", "at most 2 digits after the point"),
                row(field("number", "\"decimalDigits\":0"), 1.5, "must be a whole number"),
                row(field("number", "\"increment\":2"), 3, "a multiple of 2"),
                row(field("number", validate("\"min\":\"=0.1 + 0.2\"")), 0.29, "must be at least 0.3"),
                row(number, 1e308, "too large or too precise"),
                row(number, "1e308", "too large or too precise"),
                row(number, "1e-300", "too large or too precise"),
                row(number, new BigDecimal("1e999999999"), "too large or too precise"),
                row(number, new BigDecimal("1e-999999999"), "too large or too precise"),
                row(number, BigInteger.TEN.pow(500), "too large or too precise"),
                row(number, Long.MAX_VALUE, "too large or too precise"),
                row(number, 1_000_000_000_000_000L, "too large or too precise"),
                row(number, Double.NaN, "must be a number"),
                row(number, Double.POSITIVE_INFINITY, "must be a number"),
                row(number, "NaN", "must be a number"),
                row(number, "Infinity", "must be a number"),
                row(number, "十", "must be a number"),
                row(number, "１２", "must be a number"),
                row(number, "1,000", "must be a number"),
                row(number, "1 000", "must be a number"),
                row(number, "0x1F", "must be a number"),
                row(number, "12元", "must be a number"),
                row(number, "-", "must be a number"),
                row(number, ".", "must be a number"),
                row(number, "1e9999", "must be a number"),
                row(number, "1".repeat(100_000), "must be a number"),
                row(number, true, "must be a number"),
                row(number, List.of(1), "must be a number"),
                row(field("checkbox", ""), "true", "must be yes or no"),
                row(field("checkbox", ""), 1, "must be yes or no"),
                row(field("select", OPTIONS), "c", "not, or no longer, among the options"),
                row(field("select", OPTIONS), "A", "not, or no longer, among the options"),
                row(field("select", OPTIONS), "7", "not, or no longer, among the options"),
                row(field("select", OPTIONS), "true", "not, or no longer, among the options"),
                row(field("select", OPTIONS), List.of("a"), "must be one of the options"),
                row(field("radio", OPTIONS), Map.of("value", "a"), "must be one of the options"),
                row(field("checklist", OPTIONS), "a", "must be a list"),
                row(field("checklist", OPTIONS), "{\"a\":1}", "must be a list"),
                row(field("checklist", OPTIONS), "[\"a\"", "must be a list"),
                row(field("checklist", OPTIONS), "[\"a\"] []", "must be a list"),
                row(field("checklist", OPTIONS), "[null]", "must be a list"),
                row(field("checklist", OPTIONS), "[[\"a\"]]", "must be a list"),
                row(field("checklist", OPTIONS), "[".repeat(100_000), "must be a list"),
                row(field("checklist", OPTIONS), 5, "must be a list"),
                row(field("checklist", OPTIONS), List.of("a", "c"), "not, or no longer, among the options"),
                row(field("checklist", OPTIONS), "[1e999999999]", "not, or no longer, among the options"),
                row(field("taglist", OPTIONS), List.of("a", "b", "a"), "chosen twice"),
                row(date, "2026-02-30", "a date that exists"),
                row(date, "2023-02-29", "a date that exists"),
                row(date, "2026-13-01", "a date that exists"),
                row(date, "0000-01-01", "a date that exists"),
                row(date, "1899-12-31", "a date that exists"),
                row(date, "99999-01-01", "a date that exists"),
                row(date, "+99999-01-01", "a date that exists"),
                row(date, "2026-1-5", "a date that exists"),
                row(date, "20260105", "a date that exists"),
                row(date, "21/11/2026", "a date that exists"),
                row(date, "2026-11-21T10:00", "a date that exists"),
                row(date, "今天", "a date that exists"),
                row(date, 20261121, "a date that exists"),
                row(date, true, "a date that exists"),
                row(future, "2026-11-20", "cannot be in the past"),
                row(
                        field("datetime", "\"subtype\":\"datetime\",\"disallowPassedDates\":true"),
                        "2026-11-20T15:59Z",
                        "cannot be in the past"),
                row(time, "24:61", "from 00:00 to 23:59"),
                row(time, "24:00", "from 00:00 to 23:59"),
                row(time, "7:30", "from 00:00 to 23:59"),
                row(time, "07:30 PM", "from 00:00 to 23:59"),
                row(time, "14:30+99:00", "from 00:00 to 23:59"),
                row(moment, "2026-11-21", "a date and time that exist"),
                row(moment, "2026-11-21 14:30", "a date and time that exist"),
                row(moment, "2026-02-30T14:30", "a date and time that exist"),
                row(moment, "2026-11-21T24:61", "a date and time that exist"),
                row(moment, "2026-11-21T14:30[Asia/Shanghai]", "a date and time that exist"),
                row(moment, "-0001-11-21T14:30Z", "a date and time that exist"),
                row(
                        field("datetime", "\"subtype\":\"datetime\"," + UTC_OFFSET),
                        "2026-11-21T14:30",
                        "must say its time zone"),
                row(
                        field("datetime", "\"subtype\":\"time\",\"timeSerializingFormat\":\"utc_normalized\""),
                        "14:30",
                        "must say its time zone"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatTheFieldDoesNotAskForAndSaysWhy(String field, Object submitted, String reason) {
        InvalidSubmission refusal = refusal(FormFile.of(field), Map.of(), of("x", submitted));

        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.problems().get(0).key()).isEqualTo("x");
        assertThat(refusal.problems().get(0).label()).isEqualTo("X");
        assertThat(refusal).hasMessageContaining("“X”").hasMessageContaining(reason);
    }

    @Nested
    class Options {

        private final Form fromList = FormFile.of(field("select", "\"valuesKey\":\"sites\""));

        @Test
        void comeFromAListOfTextsOrOfLabelsWithValues() {
            Map<String, Object> given = Map.of(
                    "sites",
                    Arrays.asList(
                            "north", Map.of("label", "South", "value", "south"), Map.of("value", "east"), null, ""));

            for (String site : List.of("north", "south", "east")) {
                assertThat(check(fromList, given, Map.of("x", site)).values()).containsEntry("x", site);
            }
            assertThat(refusal(fromList, given, Map.of("x", "west"))).hasMessageContaining("among the options");
            assertThat(refusal(fromList, given, Map.of("x", "South"))).hasMessageContaining("among the options");
        }

        @ParameterizedTest
        @MethodSource("io.redress.form.FormCheckTest#noLists")
        void areNoneWhereNoListIsGiven(Map<String, Object> given) {
            assertThat(refusal(fromList, given, Map.of("x", "north"))).hasMessageContaining("among the options");
            assertThat(check(fromList, given, of("x", null)).values()).containsEntry("x", null);
        }

        @Test
        void comeFromAnExpressionOverWhatWasTyped() {
            Form form = FormFile.of(field("number", "n", "") + ","
                    + field("select", "\"valuesExpression\":\"=for i in 1..n return i\""));

            assertThat(check(form, Map.of(), of("n", 3, "x", 3)).values()).containsEntry("x", BigDecimal.valueOf(3));
            assertThat(refusal(form, Map.of(), of("n", 2, "x", 3))).hasMessageContaining("among the options");
        }
    }

    static Stream<Map<String, Object>> noLists() {
        return Stream.of(Map.of(), of("sites", null), Map.of("sites", "north"), Map.of("sites", Map.of("north", 1)));
    }

    @Nested
    class Visibility {

        private final Form form = FormFile.of(field("select", "kind", OPTIONS) + ","
                + field("textfield", validate("\"required\":true") + "," + hide("=kind != \"a\"")));

        @Test
        void aVisibleFieldIsRequired() {
            assertThat(refusal(form, Map.of(), of("kind", "a", "x", null))).hasMessageContaining("“X” is missing");
        }

        @ParameterizedTest
        @EnumSource(Caller.class)
        void aHiddenFieldIsNotRequired(Caller caller) {
            assertThat(CHECK.check(form, Map.of(), of("kind", "b"), caller).values())
                    .containsExactly(Map.entry("kind", "b"));
        }

        @ParameterizedTest
        @EnumSource(Caller.class)
        void aHiddenFieldIsDroppedWhateverItHolds(Caller caller) {
            assertThat(CHECK.check(form, Map.of(), of("kind", "b", "x", List.of(1)), caller)
                            .values())
                    .containsExactly(Map.entry("kind", "b"));
        }

        @Test
        void aGroupHidesItsFields() {
            Form grouped = FormFile.of(field("checkbox", "more", "")
                    + ",{\"type\":\"group\",\"components\":[{\"type\":\"group\",\"components\":["
                    + field("number", validate("\"required\":true")) + "]}]," + hide("=not(more)") + "}");

            assertThat(CHECK.asked(grouped, Map.of(), of("more", false))).containsExactly("more");
            assertThat(CHECK.asked(grouped, Map.of(), of("more", true))).containsExactly("more", "x");
        }

        @Test
        void aConditionSeesWhatWasGivenButIsNoField() {
            Form onFact = FormFile.of(field("textfield", hide("=severity = \"normal\"")));

            assertThat(CHECK.asked(onFact, Map.of("severity", "normal"), Map.of()))
                    .isEmpty();
            assertThat(CHECK.asked(onFact, Map.of("severity", "critical"), Map.of()))
                    .containsExactly("x");
            assertThat(CHECK.asked(onFact, Map.of(), Map.of())).containsExactly("x");
        }

        @Test
        void aHiddenFieldCountsAsItStarted() {
            Form chain = FormFile.of(field("checkbox", "a", "") + "," + field("textfield", "b", hide("=a")) + ","
                    + field("textfield", "c", hide("=b = \"no\"")));

            assertThat(CHECK.asked(chain, Map.of(), of("a", false, "b", "no"))).containsExactly("a", "b");
            assertThat(CHECK.asked(chain, Map.of(), of("a", true, "b", "no"))).containsExactly("a", "c");
            assertThat(CHECK.asked(chain, Map.of("b", "no"), of("a", true))).containsExactly("a");
        }

        @Test
        void aConditionSeesWhatAnExpressionComputes() {
            Form computed = FormFile.of(field("number", "price", "") + "," + field("number", "count", "") + ","
                    + field("expression", "double", "\"expression\":\"=2 * sum\"") + ","
                    + field("expression", "sum", "\"expression\":\"=price * count\"") + ","
                    + field("textarea", hide("=double < 100")));

            assertThat(CHECK.asked(computed, Map.of(), of("price", 9.5, "count", 5)))
                    .doesNotContain("x");
            assertThat(CHECK.asked(computed, Map.of(), of("price", 9.5, "count", 6)))
                    .contains("x");
            assertThat(check(computed, Map.of(), of("price", 1, "count", 1, "sum", 1_000, "double", "nonsense"))
                            .values())
                    .containsOnlyKeys("price", "count");
        }

        @Test
        void anUntouchedFieldCountsWithItsDefault() {
            Form defaults = FormFile.of(field("textfield", "a", "\"defaultValue\":\"no\",\"disabled\":true") + ","
                    + field("textfield", "b", hide("=a = \"no\"")));

            assertThat(CHECK.asked(defaults, Map.of(), Map.of())).isEmpty();
            assertThat(CHECK.asked(defaults, Map.of("a", "yes"), Map.of())).containsExactly("b");
        }

        @ParameterizedTest
        @MethodSource("io.redress.form.FormCheckTest#looseComparisons")
        void aConditionComparesAsFreelyAsInTheBrowser(String field, Object value, String condition) {
            Form loose = FormFile.of(field + "," + field("textfield", "y", hide(condition)));

            assertThat(CHECK.asked(loose, Map.of(), of("x", value))).containsExactly("x");
        }

        @Test
        void aConditionThatCannotBeComputedHidesNothing() {
            Form broken =
                    FormFile.of(field("textfield", "a", hide("=a +")) + "," + field("textfield", "b", hide("b = 1"))
                            + "," + field("textfield", "c", hide("=unknown(1)")) + ","
                            + field("textfield", "d", hide("=\"text\"")));

            assertThat(CHECK.asked(broken, Map.of(), Map.of())).containsExactly("a", "b", "c", "d");
        }
    }

    /** Each was seen to be true in feelin 3.1.0. */
    static Stream<Arguments> looseComparisons() {
        String amount = field("number", "\"serializeToString\":true");
        String moment = field("datetime", "\"subtype\":\"datetime\"");
        return Stream.of(
                row(amount, "12.50", "=x > 5"),
                row(amount, "12.50", "=x between 5 and 20"),
                row(amount, "12.50", "=not(x > 20)"),
                row(amount, "12.50", "=number(x) = 12.5"),
                row(amount, "12.50", "=x = \"12.50\""),
                row(field("number", ""), 12.5, "=x = 12.50"),
                row(field("checklist", OPTIONS), "[\"a\"]", "=x = \"a\""),
                row(moment, "2026-11-20T10:00", "=date(x) < today()"),
                row(moment, "2026-11-20T10:00", "=date and time(x) < now()"),
                row(field("datetime", "\"subtype\":\"date\""), "2026-11-20", "=date(x) < today()"),
                row(field("textfield", ""), null, "=x = \"\""),
                row(field("textfield", ""), "ab", "=this.x = \"ab\" and _this_.x = \"ab\""));
    }

    @Nested
    class Callers {

        private final Form form = FormFile.of(field("textfield", "a", "") + "," + field("textfield", "b", ""));

        @Test
        void aPageThatLacksAFieldIsOutOfDate() {
            InvalidSubmission refusal = refusal(form, Map.of(), Map.of("a", "x"));

            assertThat(refusal).hasMessageContaining("“B” has been added to this form since you opened it");
        }

        @Test
        void aProgramMayLeaveOutWhatIsEmpty() {
            Form all = FormFile.of(Stream.of("textfield", "number", "select", "checkbox", "checklist", "datetime")
                    .map(type -> field(type, type, OPTIONS))
                    .reduce((one, other) -> one + "," + other)
                    .orElseThrow());

            Map<String, Object> values = CHECK.check(all, Map.of("textfield", "given"), Map.of(), Caller.API)
                    .values();

            Map<String, Object> empty = of("textfield", null);
            empty.put("number", null);
            empty.put("select", null);
            empty.put("datetime", null);
            empty.put("checkbox", false);
            empty.put("checklist", List.of());
            assertThat(values).isEqualTo(empty);
        }

        @Test
        void aProgramMayNotLeaveOutWhatIsRequired() {
            Form required = FormFile.of(field("textfield", validate("\"required\":true")));

            assertThatExceptionOfType(InvalidSubmission.class)
                    .isThrownBy(() -> CHECK.check(required, Map.of(), Map.of(), Caller.API))
                    .withMessage("“X” is missing. Please fill it in.");
        }

        @Test
        void nobodyMaySendAFieldThatTheFormDoesNotHave() {
            Map<String, Object> submitted = of("a", "1", "b", "2");
            submitted.put("number", "C-20261121-0007");

            assertThat(refusal(form, Map.of(), submitted))
                    .hasMessage("The form has no field “number”. It may have changed: please reload the page.");
        }

        @Test
        void aNonsensicalNameIsNotRepeatedAsItIs() {
            String name = "<img src=x>\n\u0000" + "x".repeat(100_000);

            InvalidSubmission refusal = refusal(form, Map.of(), of("a", "1", "b", "2", name, ""));

            assertThat(refusal.getMessage()).hasSizeLessThan(200).doesNotContain("<", "\n", "\u0000");
            assertThat(refusal.problems().get(0).key()).isEqualTo(name);
        }

        @Test
        void everyProblemIsSaidAtOnceInTheOrderOfTheForm() {
            Form several = FormFile.of(
                    field("number", "amount", "\"properties\":{\"label.zh\":\"金额\"}," + validate("\"min\":0")) + ","
                            + field(
                                    "textfield",
                                    "name",
                                    "\"properties\":{\"label.zh\":\"姓名\"}," + validate("\"required\":true")));

            InvalidSubmission refusal = catchThrowableOfType(
                    InvalidSubmission.class,
                    () -> new FormCheck(CLOCK, FormFile.CHINESE)
                            .check(several, Map.of(), of("z", 1, "name", "", "amount", -1), Caller.PAGE));

            assertThat(refusal.problems())
                    .extracting(InvalidSubmission.Problem::key)
                    .containsExactly("amount", "name", "z");
            assertThat(refusal).hasMessage("「金额」不能小于 0。 「姓名」没有填写，请补填。 表单中没有「z」这一项。表单可能已更新，请刷新页面。");
        }
    }

    @Nested
    class Disabled {

        private final Form form = FormFile.of(field("number", "\"disabled\":true," + validate("\"required\":true")));

        @ParameterizedTest
        @EnumSource(Caller.class)
        void isNeitherAskedForNorKept(Caller caller) {
            assertThat(CHECK.check(form, Map.of("x", 12.5), Map.of(), caller).values())
                    .isEmpty();
            assertThat(CHECK.check(form, Map.of("x", 12.5), Map.of("x", "12.50"), caller)
                            .values())
                    .isEmpty();
            assertThat(CHECK.check(form, Map.of(), of("x", ""), caller).values())
                    .isEmpty();
        }

        @Test
        void cannotBeChanged() {
            assertThat(refusal(form, Map.of("x", 12.5), Map.of("x", 12.51))).hasMessageContaining("cannot be changed");
            assertThat(refusal(form, Map.of("x", 12.5), of("x", null))).hasMessageContaining("cannot be changed");
            assertThat(refusal(form, Map.of("x", 12.5), of("x", "nonsense"))).hasMessageContaining("cannot be changed");
        }

        @Test
        void isAlwaysSoWhereAnExpressionStands() {
            Form text = FormFile.of(field("textfield", "\"disabled\":\"=false\""));

            assertThat(CHECK.asked(text, Map.of(), Map.of())).isEmpty();
        }
    }

    static Stream<Arguments> readOnly() {
        String list = "\"valuesKey\":\"list\"";
        return Stream.of(
                Arguments.of("textfield", "", "given", "given", "given"),
                Arguments.of("textfield", "", "two\nlines", "two lines", "two\nlines"),
                Arguments.of("textfield", "", 5, "5", "5"),
                Arguments.of("textfield", "", null, "", null),
                Arguments.of("textarea", "", "x".repeat(9_000), "x".repeat(9_000), "x".repeat(9_000)),
                Arguments.of("number", "", 12.5, "12.50", new BigDecimal("12.5")),
                Arguments.of("number", "", "12.50", 12.5, new BigDecimal("12.5")),
                Arguments.of("number", validate("\"max\":5"), 12, 12, BigDecimal.valueOf(12)),
                Arguments.of("number", "", "none", null, null),
                Arguments.of("checkbox", "", "yes", false, false),
                Arguments.of("select", list, "gone", null, "gone"),
                Arguments.of("checklist", list, List.of("gone", "a"), "[\"a\"]", List.of("gone", "a")),
                Arguments.of(
                        "datetime", "\"subtype\":\"date\"", LocalDate.of(2026, 11, 21), "2026-11-21", "2026-11-21"),
                Arguments.of("datetime", "\"subtype\":\"date\"", "soon", null, null),
                Arguments.of(
                        "datetime",
                        "\"subtype\":\"datetime\"," + UTC_OFFSET,
                        Instant.parse("2026-11-21T06:30:00Z"),
                        "2026-11-21T14:30+08:00",
                        "2026-11-21T14:30+08:00"));
    }

    @ParameterizedTest
    @MethodSource("readOnly")
    void takesAReadOnlyFieldAsThePageCanShowItAndKeepsTheGivenValue(
            String type, String more, Object given, Object submitted, Object result) {
        Form form = FormFile.of(field(type, "\"readonly\":true" + (more.isEmpty() ? "" : "," + more)));
        Map<String, Object> opened = of("x", given, "list", List.of("a"));

        Map<String, Object> values = check(form, opened, of("x", submitted)).values();

        assertThat(values).isEqualTo(of("x", result));
        assertThat(CHECK.check(form, opened, Map.of(), Caller.API).values()).isEqualTo(values);
        assertThat(check(form, opened, values).values()).isEqualTo(values);
    }

    @Test
    void refusesAChangedReadOnlyField() {
        Form form = FormFile.of(field("number", "\"readonly\":true"));

        assertThat(refusal(form, Map.of("x", 12.5), Map.of("x", 12)))
                .hasMessageContaining("“X” cannot be changed here");
        assertThat(refusal(form, Map.of(), Map.of("x", 12))).hasMessageContaining("“X” cannot be changed here");
        assertThat(refusal(form, Map.of("x", 12.5), Map.of("x", "nonsense")))
                .hasMessageContaining("“X” cannot be changed here");
    }

    @Test
    void asksForARequiredFieldEvenWhereItIsReadOnly() {
        Form form = FormFile.of(field("textfield", "\"readonly\":true," + validate("\"required\":true")));

        assertThat(refusal(form, Map.of(), of("x", ""))).hasMessageContaining("“X” is missing");
    }

    @Test
    void keepsTheDefaultOfAReadOnlyField() {
        Form form = FormFile.of(field("textfield", "\"readonly\":true,\"defaultValue\":\"desk\""));

        assertThat(check(form, Map.of(), Map.of("x", "desk")).values()).containsEntry("x", "desk");
        assertThat(check(form, of("x", null), Map.of("x", "desk")).values()).containsEntry("x", "desk");
        assertThat(CHECK.check(form, Map.of(), Map.of(), Caller.API).values()).containsEntry("x", "desk");
    }

    @Test
    void makesAFieldReadOnlyWhenItsExpressionSaysSo() {
        Form form = FormFile.of(field("checkbox", "agreed", "") + "," + field("textfield", "\"readonly\":\"=agreed\""));

        assertThat(check(form, Map.of("x", "old"), of("agreed", false, "x", "new"))
                        .values())
                .containsEntry("x", "new");
        assertThat(check(form, Map.of("x", "old"), of("agreed", true, "x", "old"))
                        .values())
                .containsEntry("x", "old");
        assertThat(refusal(form, Map.of("x", "old"), of("agreed", true, "x", "new")))
                .hasMessageContaining("“X” cannot be changed here");
    }

    @Test
    void ignoresWhatIsNoFieldButRefusesAValueForIt() {
        Form form = FormFile.of(
                "{\"type\":\"text\",\"key\":\"t\",\"text\":\"T\"},{\"type\":\"table\",\"key\":\"u\",\"dataSource\":\"=u\"},"
                        + "{\"type\":\"html\"},{\"type\":\"image\"},{\"type\":\"spacer\"},{\"type\":\"separator\"},{\"type\":\"button\"}");

        assertThat(check(form, Map.of(), Map.of()).values()).isEmpty();
        assertThat(refusal(form, Map.of(), Map.of("u", List.of()))).hasMessageContaining("no field “u”");
    }

    @Test
    void cannotBeChangedAfterwards() {
        Map<String, Object> values = check(FormFile.of(field("textfield", "")), Map.of(), Map.of("x", "a"))
                .values();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> values.put("y", "b"));
    }

    private static Checked check(Form form, Map<String, ?> given, Map<String, ?> submitted) {
        return CHECK.check(form, given, submitted, Caller.PAGE);
    }

    private static InvalidSubmission refusal(Form form, Map<String, ?> given, Map<String, ?> submitted) {
        InvalidSubmission refusal = catchThrowableOfType(InvalidSubmission.class, () -> check(form, given, submitted));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }

    /** Unlike {@link Map#of}, with nulls. */
    private static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
