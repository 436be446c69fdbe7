package io.redress.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.casefile.complaint.ClaimKind;
import io.redress.casefile.settlement.LiabilityRoutes.LiabilityRoute;
import io.redress.casefile.settlement.Payer;
import java.nio.file.Path;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which route a claim goes, row by row and for everything that can be. */
class LiabilityRoutesTest {

    private static final String TABLE = "liability-route";

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
            A                  | MERCHANT    | true  | true  | A | MERCHANT | operations-manager
            merchantNotCovered | MERCHANT    | true  | false | D | MALL     | operations-manager
            B                  | MERCHANT    | false | true  | B | MERCHANT | operations-manager
            B                  | MERCHANT    | false | false | B | MERCHANT | operations-manager
            C                  | ENVIRONMENT | true  | true  | C | MALL     | operations-manager
            D                  | ENVIRONMENT | true  | false | D | MALL     | customer-service
            D                  | ENVIRONMENT | false | true  | D | MALL     | customer-service
            D                  | ENVIRONMENT | false | false | D | MALL     | customer-service
            C                  | OWN_GOODS   | true  | true  | C | MALL     | operations-manager
            D                  | OWN_GOODS   | true  | false | D | MALL     | customer-service
            D                  | OWN_GOODS   | false | true  | D | MALL     | customer-service
            D                  | OWN_GOODS   | false | false | D | MALL     | customer-service
            """)
    void eachClaimGoesItsRoute(
            String row, ClaimKind kind, boolean ours, boolean covered, String route, Payer payer, String settler) {
        assertThat(tables.liability.of(kind, ours, covered)).isEqualTo(new LiabilityRoute(route, payer, settler));
        // The line is of that row and no other.
        tables.with(
                TABLE,
                TriageTest.inRow(TABLE, row, "\"" + settler + "\"", "\"legal\""),
                () -> assertThat(tables.liability.of(kind, ours, covered).settler())
                        .isEqualTo("legal"));
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
                TriageTest.inRow(TABLE, "D", "\"customer-service\"", "\"the-boss\""),
                () -> assertThatThrownBy(() -> tables.liability.of(ClaimKind.ENVIRONMENT, false, false))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining("the-boss"));
    }
}
