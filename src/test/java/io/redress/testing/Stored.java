package io.redress.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database holds, to compare before and after, and to look through for what should not be there. */
@TestComponent
public class Stored {

    /** What runs and who may: what the job executor changes at any time is left out. */
    private static final String ENGINE = "act_(ru|re|id|ge)_(?!job$|meter).*";

    private static final String CASE_FILE = "complaint|customer|entry|complaint_number|intake_key";

    private final JdbcTemplate jdbc;

    Stored(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every row of the case file and of the engine's tables, by table. */
    public Map<String, List<String>> everything() {
        Map<String, List<String>> rows = new TreeMap<>();
        columns().forEach((table, columns) -> {
            if (table.matches(ENGINE) || table.matches(CASE_FILE)) {
                rows.put(
                        table,
                        jdbc
                                .queryForList("select %s from %s".formatted(String.join(", ", texts(columns)), table))
                                .stream()
                                .map(Object::toString)
                                .sorted()
                                .toList());
            }
        });
        return rows;
    }

    /** The engine's tables, history included, in which one of the words stands in any column of text or bytes. */
    public List<String> engineTablesWith(List<String> words) {
        List<String> found = new ArrayList<>();
        columns().forEach((table, columns) -> {
            if (table.startsWith("act_")) {
                jdbc.queryForList("select * from " + table)
                        .forEach(row -> row.forEach((column, value) -> {
                            String text = value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                    : String.valueOf(value);
                            words.stream()
                                    .filter(text::contains)
                                    .forEach(word -> found.add("%s in %s.%s".formatted(word, table, column)));
                        }));
            }
        });
        return found;
    }

    private Map<String, Map<String, String>> columns() {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        jdbc.queryForList("""
                        select lower(table_name) as tab, lower(column_name) as col, lower(data_type) as kind
                        from information_schema.columns where lower(table_schema) = 'public'
                        """)
                .forEach(row -> tables.computeIfAbsent((String) row.get("tab"), table -> new TreeMap<>())
                        .put((String) row.get("col"), (String) row.get("kind")));
        return tables;
    }

    private static List<String> texts(Map<String, String> columns) {
        return columns.entrySet().stream()
                .filter(column -> !column.getValue().matches("bytea|binary.*"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }
}
