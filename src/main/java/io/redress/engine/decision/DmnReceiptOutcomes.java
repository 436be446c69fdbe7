package io.redress.engine.decision;

import io.redress.casefile.receipt.ReceiptOutcomes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What is due after the hold of a lost receipt, by the table {@code lost-receipt-outcome} that is in force. */
@Component
class DmnReceiptOutcomes implements ReceiptOutcomes, TableReader {

    static final String TABLE = "lost-receipt-outcome";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("lost", "refundDue", "byAgent"));

    private final DecisionTables tables;

    DmnReceiptOutcomes(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public String of(String lost, boolean refundDue, boolean byAgent) {
        return tables.read(
                TABLE, Map.of("lost", lost, "refundDue", refundDue, "byAgent", byAgent), rows -> outcome(rows.get(0)));
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Set<String> facts() {
        return FACTS;
    }

    @Override
    public void check(Row row) {
        outcome(row);
    }

    private static String outcome(Row row) {
        return row.choice("outcome", ALL);
    }
}
