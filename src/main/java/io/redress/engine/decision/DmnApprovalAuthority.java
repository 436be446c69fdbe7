package io.redress.engine.decision;

import io.redress.casefile.money.ApprovalAuthority;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Who approves by the table {@code approval-authority} that is in force. */
@Component
class DmnApprovalAuthority implements ApprovalAuthority, TableReader {

    static final String TABLE = "approval-authority";

    private static final Set<String> FACTS = new TreeSet<>(Set.of("sum", "environment"));

    private final DecisionTables tables;

    DmnApprovalAuthority(DecisionTables tables) {
        this.tables = tables;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public List<String> levels(BigDecimal sum, boolean environment) {
        return first(sum, environment, DmnApprovalAuthority::levels);
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public boolean large(BigDecimal claimed) {
        return first(Objects.requireNonNullElse(claimed, BigDecimal.ZERO), false, row -> row.flag("large"));
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
        levels(row);
        row.flag("large");
    }

    private <T> T first(BigDecimal sum, boolean environment, Function<Row, T> reader) {
        return tables.read(TABLE, Map.of("sum", sum, "environment", environment), rows -> reader.apply(rows.get(0)));
    }

    private static List<String> levels(Row row) {
        List<String> levels = new ArrayList<>();
        levels.add(level(row, "approver", row.text("approver")));
        if (!row.text("nextLevels").isEmpty()) {
            Arrays.stream(row.text("nextLevels").split(","))
                    .map(level -> level(row, "nextLevels", level.strip()))
                    .forEach(levels::add);
        }
        return List.copyOf(levels);
    }

    private static String level(Row row, String column, String level) {
        return level.equals(DEPARTMENT_HEAD) ? level : row.known(column, level);
    }
}
