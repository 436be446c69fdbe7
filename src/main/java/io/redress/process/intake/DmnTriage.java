package io.redress.process.intake;

import io.redress.engine.decision.DecisionTables;
import io.redress.engine.decision.Row;
import io.redress.engine.decision.TableReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Triage by the tables {@code triage} and {@code owner-group} that are in force. */
@Component
public class DmnTriage implements Triage, TableReader {

    static final String TABLE = "triage";

    private static final Set<String> FACTS =
            new TreeSet<>(Set.of("profile", "category", "injury", "media", "amount", "localOffice"));
    private static final List<String> SEVERITIES = List.of("low", "normal", "high", "critical");
    private static final List<String> COMPLEXITIES = List.of("simple", "complex");

    private final DecisionTables tables;
    private final DmnOwnerGroup owners;

    public DmnTriage(DecisionTables tables, DmnOwnerGroup owners) {
        this.tables = tables;
        this.owners = owners;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public Optional<TriageResult> of(TriageFacts facts) {
        // A map that takes nulls: a complaint may be without a category.
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("profile", facts.profile());
        inputs.put("category", facts.category());
        inputs.put("injury", facts.injury());
        inputs.put("media", facts.media());
        inputs.put("amount", Objects.requireNonNullElse(facts.amount(), BigDecimal.ZERO));
        inputs.put("localOffice", facts.localOffice());
        return tables.find(TABLE, inputs, rows -> rows.stream().findFirst().flatMap(DmnTriage::judged))
                .map(judged -> new TriageResult(
                        judged.severity(),
                        judged.complexity(),
                        judged.route(),
                        owners.of(facts.category(), facts.profile(), judged.severity(), judged.route())));
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
        judged(row);
    }

    /** What this table says; the rest is asked with it. */
    private record Judged(String severity, String complexity, String route) {}

    private static Optional<Judged> judged(Row row) {
        if (Stream.of("severity", "complexity", "route").map(row::text).allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        if (!row.text("route").matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw row.unusable("decision.route", "route");
        }
        return Optional.of(new Judged(
                row.choice("severity", SEVERITIES), row.choice("complexity", COMPLEXITIES), row.text("route")));
    }
}
