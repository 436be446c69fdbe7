package io.redress.engine.decision;

import io.redress.clock.EscalationLadder;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who comes after whom by the table {@code escalation-ladder} that is in force (decisions). */
@Component
class DmnEscalationLadder implements EscalationLadder {

    static final String TABLE = "escalation-ladder";

    private final DecisionTables tables;

    DmnEscalationLadder(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public Rung next(String profile, String group, String reason) {
        Row row = tables.rows(TABLE, Map.of("profile", profile, "group", group, "reason", reason))
                .get(0);
        if (row.groups("nextGroup").size() != 1) {
            throw row.unusable("decision.one-group", "nextGroup");
        }
        return new Rung(row.groups("nextGroup").get(0), row.groups("alsoTold"), row.target());
    }
}
