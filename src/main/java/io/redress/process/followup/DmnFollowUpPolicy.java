package io.redress.process.followup;

import io.redress.calendar.Target;
import io.redress.engine.decision.DecisionTables;
import io.redress.engine.decision.Row;
import io.redress.engine.decision.TableReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** When customers are called back by the table {@code follow-up-policy} that is in force. */
@Component
public class DmnFollowUpPolicy implements FollowUpPolicy, TableReader {

    static final String TABLE = "follow-up-policy";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("profile", "category", "satisfaction"));
    private static final List<String> UNITS = List.of("days", "working-days");
    private static final int MOST_ATTEMPTS = 9;

    private final DecisionTables tables;

    public DmnFollowUpPolicy(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public Window of(String profile, String category, String satisfaction) {
        // A map that takes nulls: a customer may have said nothing.
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("profile", profile);
        inputs.put("category", category);
        inputs.put("satisfaction", satisfaction);
        return tables.read(TABLE, inputs, rows -> window(rows.get(0)));
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
        window(row);
    }

    private static Window window(Row row) {
        row.choice("unit", UNITS);
        Target earliest = row.target("earliest");
        Target latest = row.target("latest");
        if (latest.amount() < earliest.amount()) {
            throw row.unusable("decision.window", "latest", earliest.amount());
        }
        return new Window(earliest, latest, row.number("attempts", 1, MOST_ATTEMPTS));
    }
}
