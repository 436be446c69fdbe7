package io.redress.engine.decision;

import static io.redress.engine.decision.TableEngine.packaged;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalAuthorityTest {

    private static final String TABLE = "approval-authority";

    private static TableEngine tables;

    @BeforeAll
    static void engine() {
        tables = new TableEngine();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    /** One line for each row of the table, and both sides of each limit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.01             | yes | no  | customer-service-supervisor customer-service-manager property-manager property-director general-manager
            200              | yes | no  | customer-service-supervisor customer-service-manager property-manager property-director general-manager
            200.00           | no  | no  | customer-service-supervisor customer-service-manager operations-manager department-head general-manager
            200.01           | yes | no  | customer-service-manager property-manager property-director general-manager
            200.01           | no  | no  | customer-service-manager operations-manager department-head general-manager
            500              | yes | no  | customer-service-manager property-manager property-director general-manager
            500              | no  | no  | customer-service-manager operations-manager department-head general-manager
            500.01           | yes | no  | property-manager property-director general-manager
            5000             | yes | no  | property-manager property-director general-manager
            500.01           | no  | no  | operations-manager department-head general-manager
            5000             | no  | no  | operations-manager department-head general-manager
            5000.01          | yes | no  | property-director general-manager
            9999.99          | yes | no  | property-director general-manager
            5000.01          | no  | no  | department-head general-manager
            9999.99          | no  | no  | department-head general-manager
            10000            | yes | yes | property-director general-manager
            20000            | yes | yes | property-director general-manager
            10000            | no  | yes | department-head general-manager
            20000.00         | no  | yes | department-head general-manager
            20000.01         | yes | yes | general-manager
            9999999999999.99 | no  | yes | general-manager
            """)
    void namesTheLowestLevelWhoseLimitCoversTheSumAndThoseAboveIt(
            BigDecimal sum, String environment, String large, String levels) {
        assertThat(tables.authority.levels(sum, environment.equals("yes"))).isEqualTo(Arrays.asList(levels.split(" ")));
        assertThat(tables.authority.large(sum)).isEqualTo(large.equals("yes"));
    }

    @Test
    void aCaseIsLargeByWhatTheCustomerClaims() {
        assertThat(tables.authority.large(null)).isFalse();
        assertThat(tables.authority.large(BigDecimal.ZERO)).isFalse();
    }

    @Test
    void saysSoWhenNoRowFits() {
        tables.with(
                TABLE,
                withoutLast(packaged(TABLE)),
                () -> assertThatThrownBy(() -> tables.authority.levels(new BigDecimal("20000.01"), false))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageStartingWith("No row of the decision table “approval-authority” fits"));
    }

    @Test
    void aLimitThatAnOwnerDeploysHoldsForTheNextSum() {
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, "supervisor", "&lt;= 200", "&lt;= 300"),
                () -> assertThat(tables.authority.levels(new BigDecimal("300"), false))
                        .first()
                        .isEqualTo("customer-service-supervisor"));
        assertThat(tables.authority.levels(new BigDecimal("300"), false))
                .first()
                .isEqualTo("customer-service-manager");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "operations-manager"               | "the-boss"                           | there is no group “the-boss”
            "operations-manager"               |                                      | there is no group “”
            "operations-manager"               | "operations-manager, finance"        | there is no group “operations-manager, finance”
            "department-head, general-manager" | "department-head, the-boss"          | there is no group “the-boss”
            "department-head, general-manager" | "department-head,, general-manager"  | there is no group “”
            false                              | "no"                                 | has a cell that cannot be read
            false                              |                                      | write true or false
            """)
    void saysWhichCellOfAnEditedTableIsWrongInsteadOfGuessing(String was, String is, String fault) {
        String edited = TriageTest.inRow(
                TABLE, "operationsManager", "<text>" + was + "</text>", "<text>" + (is == null ? "" : is) + "</text>");
        tables.with(
                TABLE,
                edited,
                () -> assertThatThrownBy(() -> List.of(
                                tables.authority.levels(new BigDecimal("600"), false),
                                tables.authority.large(new BigDecimal("600"))))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining("Cockpit"));
        assertThat(tables.findings(edited)).singleElement(as(STRING)).containsAnyOf(fault, "true or false");
        assertThat(tables.findings(packaged(TABLE))).isEmpty();
    }

    private static String withoutLast(String table) {
        int last = table.lastIndexOf("<rule ");
        return table.substring(0, last) + table.substring(table.indexOf("</rule>", last) + 7);
    }
}
