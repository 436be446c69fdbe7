package io.redress.engine.decision;

import io.redress.casefile.paper.PaperCopies;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who gets a copy of a paper, by the table {@code paper-copies} that is in force. */
@Component
class DmnPaperCopies implements PaperCopies, TableReader {

    static final String TABLE = "paper-copies";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("paper", "route"));

    private final DecisionTables tables;

    DmnPaperCopies(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone, says something that can't be carried out, or does not know the paper */
    @Override
    public List<String> holders(String paper, String route) {
        // A map that takes nulls: nobody may have judged yet.
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("paper", paper);
        inputs.put("route", route);
        return tables.read(TABLE, inputs, rows -> holders(rows.get(0)));
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
        holders(row);
    }

    private static List<String> holders(Row row) {
        List<String> holders = Arrays.stream(row.text("holders").split(",", -1))
                .map(String::strip)
                .toList();
        if (holders.contains("")) {
            throw row.unusable("decision.no-holder", "holders", String.join(", ", ROLES));
        }
        holders.stream().filter(holder -> !ROLES.contains(holder)).forEach(holder -> row.known("holders", holder));
        return holders;
    }
}
