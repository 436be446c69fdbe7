package io.redress.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due after the hold of a lost receipt, row by row and for everything that can be. */
class ReceiptOutcomesTest {

    private static final String TABLE = "lost-receipt-outcome";

    private static TableEngine tables;

    @BeforeAll
    static void engine() {
        tables = new TableEngine();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    /** All that can be; each row stands there at least once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agentRefund | receipt | true  | true  | refused
            agentRefund | invoice | true  | true  | refused
            agentRefund | both    | true  | true  | refused
            refund      | receipt | true  | false | refund
            refund      | invoice | true  | false | refund
            refund      | both    | true  | false | refund
            receipt     | receipt | false | true  | receipt-copy
            receipt     | receipt | false | false | receipt-copy
            invoice     | invoice | false | true  | invoice-copy
            invoice     | invoice | false | false | invoice-copy
            rest        | both    | false | true  | both-copies
            rest        | both    | false | false | both-copies
            """)
    void eachGetsWhatIsDue(String row, String lost, boolean refundDue, boolean byAgent, String outcome) {
        assertThat(tables.receipts.of(lost, refundDue, byAgent)).isEqualTo(outcome);
        // The line is of that row and no other.
        String other = outcome.equals("refund") ? "refused" : "refund";
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, row, "\"" + outcome + "\"", "\"" + other + "\""),
                () -> assertThat(tables.receipts.of(lost, refundDue, byAgent)).isEqualTo(other));
    }

    /** Whoever adds a row adds lines above. */
    @Test
    void everyRowHasItsLines() {
        assertThat(Dmn.readModelFromFile(Path.of("processes", TABLE + ".dmn").toFile())
                        .getModelElementsByType(Rule.class))
                .hasSize(5);
    }

    @Test
    void saysWhichCellOfAnEditedTableIsWrong() {
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, "rest", "\"both-copies\"", "\"a voucher\""),
                () -> assertThatThrownBy(() -> tables.receipts.of("both", false, false))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining("a voucher"));
    }
}
