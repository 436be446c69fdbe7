package io.redress.process.investigation;

import io.redress.engine.decision.DecisionTables;
import io.redress.engine.decision.Row;
import io.redress.engine.decision.TableReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who investigates by the table {@code investigation-departments} that is in force. */
@Component
public class DmnInvestigationPlan implements InvestigationPlan, TableReader {

    static final String TABLE = "investigation-departments";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("category", "profile"));

    private final DecisionTables tables;

    public DmnInvestigationPlan(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone, asks nobody, or says something that can't be carried out */
    @Override
    public List<Asked> of(String category, String profile) {
        Set<String> departments = new HashSet<>();
        return tables.read(
                TABLE,
                Map.of("category", category, "profile", profile),
                rows -> rows.stream().map(row -> asked(row, departments)).toList());
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
        asked(row, new HashSet<>());
    }

    private static Asked asked(Row row, Set<String> departments) {
        String department = row.group("department");
        if (!departments.add(department)) {
            throw row.unusable("decision.department-twice", "department");
        }
        return new Asked(department, row.target());
    }
}
