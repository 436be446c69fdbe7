package io.redress.engine.decision;

import io.redress.casefile.injury.InjuryRoles;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who plays which part when a customer is hurt, by the table {@code injury-roles} that is in force. */
@Component
class DmnInjuryRoles implements InjuryRoles, TableReader {

    static final String TABLE = "injury-roles";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("profile", "place"));
    private static final int LARGEST_LIMIT = 1_000_000;

    private final DecisionTables tables;

    DmnInjuryRoles(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public Roles of(String profile, String place) {
        return tables.read(TABLE, Map.of("profile", profile, "place", place), rows -> roles(rows.get(0)));
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
        roles(row);
    }

    private static Roles roles(Row row) {
        return new Roles(
                row.group("dutyManager"),
                row.group("scene"),
                row.group("reporter"),
                row.group("concluder"),
                row.group("funds"),
                BigDecimal.valueOf(row.number("advanceLimit", 0, LARGEST_LIMIT)));
    }
}
