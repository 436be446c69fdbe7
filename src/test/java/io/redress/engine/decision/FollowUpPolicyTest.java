package io.redress.engine.decision;

import static io.redress.engine.decision.InvestigationPlanTest.target;
import static io.redress.engine.decision.TableEngine.packaged;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.redress.casefile.deadline.CaseFacts;
import io.redress.casefile.deadline.Policy;
import io.redress.process.followup.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpPolicyTest {

    private static final String TABLE = "follow-up-policy";

    private static TableEngine tables;

    @BeforeAll
    static void engine() {
        tables = new TableEngine();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @ParameterizedTest
    @CsvSource({
        "after-sales, 1 working-days, 3 working-days",
        "supermarket, 3 days, 7 days",
        "mall, 3 days, 7 days",
        "manufacturer, 3 days, 7 days",
        "credit-union, 3 days, 7 days",
        "e-commerce, 3 days, 7 days",
        "property, 3 days, 7 days"
    })
    void callsBackWithinTheDaysOfTheSiteAndTriesThreeTimes(String profile, String earliest, String latest) {
        Window window = new Window(target(earliest), target(latest), 3);
        assertThat(tables.followUp.of(profile, "price", "satisfied")).isEqualTo(window);
        assertThat(tables.followUp.of(profile, null, null)).isEqualTo(window);
        // The deadline of the call ends with the window's last day.
        assertThat(tables.policy.of(
                        "settled",
                        new CaseFacts(profile, "simple", "price", "normal", "complaint-resolution", false, false)))
                .extracting(Policy::target)
                .containsExactly(window.latest());
    }

    @Test
    void eachRowIsAskedForItsSites() {
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, "afterSales", ">3<", ">5<"),
                () -> assertThat(attempts("after-sales")).isEqualTo(5));
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, "supermarket", ">3<", ">5<"),
                () -> assertThat(attempts("supermarket")).isEqualTo(5));
        tables.with(TABLE, TriageTest.inRow(TABLE, "rest", ">3<", ">5<"), () -> {
            assertThat(attempts("property")).isEqualTo(5);
            assertThat(attempts("supermarket")).isEqualTo(3);
        });
    }

    @Test
    void anOwnerMayCallTheDissatisfiedSooner() {
        tables.with(
                TABLE,
                TriageTest.inRow(
                        TABLE,
                        "afterSales",
                        "<inputEntry id=\"rule_afterSales_satisfaction\">\n          <text></text>",
                        "<inputEntry id=\"rule_afterSales_satisfaction\">\n          <text>\"dissatisfied\"</text>"),
                () -> {
                    assertThat(tables.followUp
                                    .of("after-sales", "price", "dissatisfied")
                                    .latest())
                            .isEqualTo(target("3 working-days"));
                    assertThat(tables.followUp
                                    .of("after-sales", "price", "satisfied")
                                    .latest())
                            .isEqualTo(target("7 days"));
                    assertThat(tables.followUp.of("after-sales", "price", null).latest())
                            .isEqualTo(target("7 days"));
                });
    }

    @Test
    void saysSoWhenNoRowFits() {
        String table = packaged(TABLE);
        int last = table.lastIndexOf("<rule ");
        tables.with(
                TABLE,
                table.substring(0, last) + table.substring(table.indexOf("</rule>", last) + 7),
                () -> assertThatThrownBy(() -> tables.followUp.of("mall", "price", null))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageStartingWith("No row of the decision table “follow-up-policy” fits"));
        assertThatThrownBy(() -> tables.followUp.of("market-hall", "price", null))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("market-hall");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            earliest | 1              | 0       | “0” must be a whole number from 1
            earliest | 1              | 4       | the last day, 3, comes before the first, 4
            latest   | 3              |         | “” must be a whole number from 1
            unit     | "working-days" | "hours" | “hours” is none of days, working-days
            unit     | "working-days" |         | “” is none of days, working-days
            attempts | 3              | 0       | “0” must be a whole number from 1 to 9
            attempts | 3              | 10      | “10” must be a whole number from 1 to 9
            """)
    void saysWhichCellOfAnEditedTableIsWrongInsteadOfGuessing(String column, String was, String is, String fault) {
        String cell = "<outputEntry id=\"rule_afterSales_" + column + "\">\n          <text>%s</text>";
        String edited =
                TriageTest.inRow(TABLE, "afterSales", cell.formatted(was), cell.formatted(is == null ? "" : is));
        tables.with(
                TABLE,
                edited,
                () -> assertThatThrownBy(() -> tables.followUp.of("after-sales", "price", null))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining(fault)
                        .hasMessageContaining("Cockpit"));
        assertThat(tables.findings(edited)).singleElement(as(STRING)).contains(fault);
        assertThat(tables.findings(packaged(TABLE))).isEmpty();
    }

    private static int attempts(String profile) {
        return tables.followUp.of(profile, "price", null).attempts();
    }
}
