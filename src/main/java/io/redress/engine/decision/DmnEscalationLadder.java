package io.redress.engine.decision;

import io.redress.casefile.deadline.EscalationLadder;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who comes after whom by the table {@code escalation-ladder} that is in force. */
@Component
class DmnEscalationLadder implements EscalationLadder, TableReader {

    static final String TABLE = "escalation-ladder";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("profile", "group", "reason"));

    private final DecisionTables tables;

    DmnEscalationLadder(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public Level next(String profile, String group, String reason) {
        return tables.read(
                TABLE, Map.of("profile", profile, "group", group, "reason", reason), rows -> level(rows.get(0)));
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
        level(row);
    }

    private static Level level(Row row) {
        return new Level(row.group("nextGroup"), row.groups("alsoNotified"), row.target());
    }
}
