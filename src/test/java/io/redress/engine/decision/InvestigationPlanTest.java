package io.redress.engine.decision;

import static io.redress.engine.decision.TableEngine.packaged;
import static io.redress.engine.decision.TriageTest.CATEGORIES;
import static io.redress.engine.decision.TriageTest.PROFILES;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.process.investigation.Asked;
import java.nio.file.Path;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvestigationPlanTest {

    private static final String TABLE = "investigation-departments";

    private static TableEngine tables;

    @BeforeAll
    static void engine() {
        tables = new TableEngine();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    /** One line for each row of the table. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            riskControl                       | sudden-incident       | property     | risk-control           | 24 hours
            dutyDesk                          | agent                 | e-commerce   | duty-desk              | 1 working-days
            cashier                           | lost-receipt          | property     | cashier                | 1 working-days
            accountant                        | lost-vat-invoice      | after-sales  | accountant             | 2 working-days
            taxOfficer                        | lost-export-form      | manufacturer | tax-officer            | 2 working-days
            finance_lostExportForm            | lost-export-form      | manufacturer | finance                | 2 working-days
            storeManager_supermarket          | hygiene               | supermarket  | store-manager          | 24 hours
            purchasing_supermarket            | product-quality       | supermarket  | purchasing             | 24 hours
            qualityInspection_supermarket     | product-quality       | supermarket  | quality-inspection     | 48 hours
            marketing_supermarket             | price                 | supermarket  | marketing              | 24 hours
            logistics_supermarket             | delivery              | supermarket  | logistics              | 24 hours
            technology_supermarket            | system                | supermarket  | technology             | 24 hours
            operationsManager_supermarket     | merchant-compensation | supermarket  | operations-manager     | 24 hours
            floorSupervisor_mall              | product-quality       | mall         | floor-supervisor       | 2 working-days
            operationsManager_mall            | merchant-compensation | mall         | operations-manager     | 2 working-days
            propertyManager_mall              | environment-accident  | mall         | property-manager       | 2 working-days
            dutyManager_mall                  | personal-injury       | mall         | duty-manager           | 24 hours
            operations_mall                   | other                 | mall         | operations             | 2 working-days
            technology_system                 | system                | manufacturer | technology             | 2 working-days
            technology_afterSales             | product-quality       | after-sales  | technology             | 2 working-days
            production_afterSales             | product-quality       | after-sales  | production             | 2 working-days
            sales_afterSales                  | price                 | after-sales  | sales                  | 2 working-days
            logistics_afterSales              | goods                 | after-sales  | logistics              | 2 working-days
            operations_afterSales             | service-attitude      | after-sales  | operations             | 2 working-days
            qualityControl_manufacturer       | product-quality       | manufacturer | quality-control        | 2 working-days
            productionEngineering_manufacturer | goods                | manufacturer | production-engineering | 2 working-days
            production_manufacturer           | hygiene               | manufacturer | production             | 2 working-days
            logistics_manufacturer            | quantity              | manufacturer | logistics              | 2 working-days
            sales_manufacturer                | price                 | manufacturer | sales                  | 2 working-days
            branchDirector_creditUnion        | service-attitude      | credit-union | branch-director        | 4 business-hours
            operations_creditUnion            | timeliness            | credit-union | operations             | 4 business-hours
            marketing_creditUnion             | product-quality       | credit-union | marketing              | 4 business-hours
            finance_creditUnion               | price                 | credit-union | finance                | 4 business-hours
            technology_creditUnion            | system                | credit-union | technology             | 4 business-hours
            purchasing_ecommerce              | product-quality       | e-commerce   | purchasing             | 1 working-days
            qualityInspection_ecommerce       | product-quality       | e-commerce   | quality-inspection     | 1 working-days
            logistics_ecommerce               | goods                 | e-commerce   | logistics              | 1 working-days
            marketing_ecommerce               | price                 | e-commerce   | marketing              | 1 working-days
            technology_ecommerce              | system                | e-commerce   | technology             | 1 working-days
            operations_ecommerce              | service-quality       | e-commerce   | operations             | 1 working-days
            propertyManager_property          | hygiene               | property     | property-manager       | 2 working-days
            finance_property                  | price                 | property     | finance                | 2 working-days
            sales_property                    | delivery              | property     | sales                  | 2 working-days
            operations_property               | merchant-compensation | property     | operations             | 2 working-days
            """)
    void asksTheDepartmentAndGivesItTime(String row, String category, String profile, String department, String due) {
        Asked asked = new Asked(department, target(due));
        assertThat(tables.investigation.of(category, profile)).contains(asked);
        // The line is of that row and no other: with another department in the row it is not asked any more.
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, row, "\"" + department + "\"", "\"marketing-head\""),
                () -> assertThat(tables.investigation.of(category, profile))
                        .doesNotContain(asked)
                        .contains(new Asked("marketing-head", target(due))));
    }

    @Test
    void everyCategoryHasADepartmentAtEverySiteAndNoneTwice() {
        for (String category : CATEGORIES) {
            for (String profile : PROFILES) {
                assertThat(tables.investigation.of(category, profile))
                        .as("%s at %s", category, profile)
                        .isNotEmpty()
                        .extracting(Asked::department)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** Whoever adds a row adds a line above. */
    @Test
    void everyRowHasItsLine() {
        assertThat(Dmn.readModelFromFile(Path.of("processes", TABLE + ".dmn").toFile())
                        .getModelElementsByType(Rule.class))
                .hasSize(44);
    }

    @Test
    void saysSoWhenNoRowFits() {
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, "finance_property", "\"price\"", "\"lost-receipt\""),
                () -> assertThatThrownBy(() -> tables.investigation.of("price", "property"))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageStartingWith("No row of the decision table “investigation-departments” fits")
                        .hasMessageContaining("price"));
        assertThatThrownBy(() -> tables.investigation.of("pets", "property"))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("pets");
    }

    @Test
    void twoRowsForOneDepartmentAreAFaultAndNotTwoInquiries() {
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, "marketing_supermarket", "\"price\"", "\"price\", \"system\"")
                        .replace("\"technology\"", "\"marketing\""),
                () -> assertThatThrownBy(() -> tables.investigation.of("system", "supermarket"))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining("two rows for the department marketing fit the same case"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "marketing" | "the-boss"           | there is no group “the-boss”
            "marketing" | "marketing, finance" | name exactly one group
            "marketing" |                      | name exactly one group
            24          | 0                    | “0” must be a whole number from 1
            24          |                      | “” must be a whole number from 1
            "hours"     | "weeks"              | the unit “weeks” is not known
            "hours"     |                      | the unit “” is not known
            """)
    void saysWhichCellOfAnEditedTableIsWrongInsteadOfGuessing(String was, String is, String fault) {
        String edited = TriageTest.inRow(
                TABLE,
                "marketing_supermarket",
                "<text>" + was + "</text>",
                "<text>" + (is == null ? "" : is) + "</text>");
        tables.with(
                TABLE,
                edited,
                () -> assertThatThrownBy(() -> tables.investigation.of("price", "supermarket"))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining(fault)
                        .hasMessageContaining("Cockpit"));
        assertThat(tables.findings(edited)).singleElement(as(STRING)).contains(fault);
        assertThat(tables.findings(packaged(TABLE))).isEmpty();
    }

    static Target target(String text) {
        String[] words = text.split(" ");
        return new Target(Long.parseLong(words[0]), DeadlineUnit.named(words[1]).orElseThrow());
    }
}
