package io.redress.engine.decision;

import io.redress.casefile.complaint.ClaimKind;
import io.redress.casefile.settlement.LiabilityRoutes;
import io.redress.casefile.settlement.Payer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** By which of the four routes a claim goes, by the table {@code liability-route} that is in force. */
@Component
class DmnLiabilityRoutes implements LiabilityRoutes, TableReader {

    static final String TABLE = "liability-route";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("kind", "ours", "covered"));
    private static final List<String> PAYERS =
            Stream.of(Payer.values()).map(Payer::text).toList();

    private final DecisionTables tables;

    DmnLiabilityRoutes(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public LiabilityRoute of(ClaimKind kind, boolean ours, boolean covered) {
        return tables.read(
                TABLE, Map.of("kind", kind.text(), "ours", ours, "covered", covered), rows -> route(rows.get(0)));
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
        route(row);
    }

    private static LiabilityRoute route(Row row) {
        return new LiabilityRoute(
                row.choice("route", ROUTES),
                Payer.of(row.choice("payer", PAYERS)).orElseThrow(),
                row.known("settler", row.text("settler")));
    }
}
