package io.redress.process.intake;

import io.redress.engine.decision.DecisionTables;
import io.redress.engine.decision.Row;
import io.redress.engine.decision.TableReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which group owns a complaint, by the table {@code owner-group} that is in force. */
@Component
public class DmnOwnerGroup implements TableReader {

    static final String TABLE = "owner-group";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("category", "profile", "severity", "route"));

    private final DecisionTables tables;

    public DmnOwnerGroup(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * @param severity and route as triage has judged
     * @throws UnusableTable when the table is gone or says something that can't be carried out
     */
    public String of(String category, String profile, String severity, String route) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("category", category);
        inputs.put("profile", profile);
        inputs.put("severity", severity);
        inputs.put("route", route);
        return tables.read(TABLE, inputs, rows -> group(rows.get(0)));
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
        group(row);
    }

    private static String group(Row row) {
        return row.group("ownerGroup");
    }
}
