package io.redress.engine.decision;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperCopiesTest {

    private static final String TABLE = "paper-copies";

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
            workOrder        | work-order        | department, customer-service
            writtenReport    | written-report    | level-above, case-file
            fundsRequest     | funds-request     | department, customer-service
            witnessStatement | witness-statement | risk-control
            lossDeclaration  | loss-declaration  | sales, finance
            compensationSlip | compensation-slip | finance
            handoverNote     | handover-note     | customer-service, admin-hr
            rest             | registration-form | case-file
            """)
    void eachHolderGetsACopy(String row, String paper, String holders) {
        assertThat(tables.copies.holders(paper, null)).containsExactly(holders.split(", "));
        assertThat(tables.copies.holders(paper, "complaint-resolution")).containsExactly(holders.split(", "));
        // The line is of that row and no other.
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, row, "\"" + holders + "\"", "\"legal\""),
                () -> assertThat(tables.copies.holders(paper, null)).containsExactly("legal"));
    }

    /** The copies of the chart (000). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A | finance, admin-hr, customer-service, merchant
            B | customer-service, merchant
            C | finance, admin-hr, customer-service
            D | finance, customer-service
            """)
    void whatIsSignedIsKeptByWhomeverTheRouteNames(String route, String holders) {
        for (String paper : List.of("receipt", "settlement-agreement")) {
            assertThat(tables.copies.holders(paper, route)).containsExactly(holders.split(", "));
        }
        assertThat(tables.copies.holders("compensation-request", route)).containsExactly("finance");
    }

    /** Whoever adds a row adds a line above. */
    @Test
    void everyRowHasItsLine() {
        assertThat(Dmn.readModelFromFile(Path.of("processes", TABLE + ".dmn").toFile())
                        .getModelElementsByType(Rule.class))
                .hasSize(18);
    }

    @Test
    void saysSoWhenItDoesNotKnowThePaper() {
        assertThatThrownBy(() -> tables.copies.holders("newspaper", null))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("newspaper");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "the-boss"            | there is no group “the-boss”
            "case-file, the-boss" | there is no group “the-boss”
            "case-file,"          | a holder is missing
            ""                    | a holder is missing
            """)
    void saysWhichCellOfAnEditedTableIsWrongInsteadOfGuessing(String holders, String fault) {
        String edited = TriageTest.inRow(TABLE, "rest", "\"case-file\"", holders);
        tables.with(
                TABLE,
                edited,
                () -> assertThatThrownBy(() -> tables.copies.holders("registration-form", null))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining(fault));
        assertThat(tables.findings(edited)).singleElement(as(STRING)).contains(fault);
        assertThat(tables.findings(TableEngine.packaged(TABLE))).isEmpty();
    }
}
