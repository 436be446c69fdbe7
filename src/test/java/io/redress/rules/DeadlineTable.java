package io.redress.rules;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.ClassPathResource;

/**
 * The table “deadline → what happens when nobody acts” of a README, in Markdown, from the decision table
 * {@code deadline-policy}. {@code main} writes it between the marks of both READMEs.
 */
final class DeadlineTable {

    static final Map<Language, Path> READMES =
            Map.of(Language.EN, Path.of("README.md"), Language.ZH, Path.of("README.zh-CN.md"));

    private static final String BEGIN = "<!-- deadlines -->";
    private static final String END = "<!-- /deadlines -->";
    private static final long HOUR = 60;

    private final Sentences sentences;
    private final Groups groups;
    private final List<Map<String, String>> rows;

    DeadlineTable(Language language) {
        sentences = new Sentences(language);
        groups = Groups.read(sentences, new ClassPathResource("people/groups.yaml"));
        rows = rows(Dmn.readModelFromFile(
                Path.of("processes", "deadline-policy.dmn").toFile()));
    }

    public static void main(String[] arguments) throws IOException {
        for (Language language : Language.values()) {
            Path readme = READMES.get(language);
            String text = Files.readString(readme);
            Files.writeString(
                    readme, text.substring(0, begin(text)) + new DeadlineTable(language) + text.substring(end(text)));
        }
    }

    /** What stands between the marks of a README. */
    static String in(String readme) {
        return readme.substring(begin(readme), end(readme));
    }

    @Override
    public String toString() {
        Map<String, List<Map<String, String>>> deadlines = rows.stream()
                .collect(Collectors.groupingBy(row -> row.get("deadline"), LinkedHashMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder("\n");
        line(table, Stream.of("deadline", "time", "from", "at-risk", "overdue").map(column -> say("column." + column)));
        line(table, Stream.generate(() -> "---").limit(5));
        deadlines.forEach((deadline, targets) -> line(
                table,
                Stream.of(
                        sentences.say("deadlinename." + deadline),
                        targets.stream().map(this::target).collect(Collectors.joining("<br>")),
                        distinct(targets.stream().map(row -> say("from." + row.get("startsAt")))),
                        distinct(targets.stream().map(this::atRisk)),
                        distinct(targets.stream().map(this::overdue)))));
        return table.toString();
    }

    private String target(Map<String, String> row) {
        String target = row.get("unit").equals("own-date")
                ? say("own-date")
                : new Target(
                                Long.parseLong(row.get("amount")),
                                DeadlineUnit.named(row.get("unit")).orElseThrow())
                        .in(sentences);
        List<String> conditions = Stream.of("profile", "route", "complexity", "category", "severity", "injury", "media")
                .filter(column -> !row.get(column).isEmpty())
                .map(column -> condition(column, row.get(column)))
                .filter(condition -> !condition.isEmpty())
                .toList();
        return conditions.isEmpty() ? target : say("when", String.join(say("and"), conditions), target);
    }

    /** {@code "mall", "property"} or {@code not("mall")} or {@code true} in words. */
    private String condition(String column, String cell) {
        if (cell.startsWith("not(") && cell.contains(",")) {
            return say("except", either(column, cell.substring(4, cell.length() - 1)));
        }
        if (cell.startsWith("not(")) {
            return say("not." + column + "." + cell.substring(5, cell.length() - 2));
        }
        return either(column, cell);
    }

    private String either(String column, String cell) {
        return Arrays.stream(cell.split(","))
                .map(value -> say(column + "." + value.strip().replace("\"", "")))
                .collect(Collectors.joining(say("or")));
    }

    private String atRisk(Map<String, String> row) {
        // A task has its due date, and no deadline that could come near.
        boolean unwarned = row.get("deadline").equals("TASK")
                || row.get("unit").equals("minutes") && Long.parseLong(row.get("amount")) < HOUR;
        return unwarned ? "–" : say("at-risk", row.get("warnAt"));
    }

    private String overdue(Map<String, String> row) {
        String groupsTold = row.get("escalateTo");
        if (groupsTold.isEmpty() || groupsTold.equals("process")) {
            return say("overdue." + row.get("deadline"));
        }
        if (groupsTold.equals("ladder")) {
            return say("ladder");
        }
        return Arrays.stream(groupsTold.split(","))
                .map(group -> groups.find(group.strip()).orElseThrow().name(sentences.language()))
                .collect(Collectors.joining(say("list")));
    }

    private String say(String name, Object... arguments) {
        return sentences.say("deadlinetable." + name, arguments);
    }

    private static String distinct(Stream<String> cells) {
        return cells.distinct().collect(Collectors.joining("<br>"));
    }

    private static void line(StringBuilder table, Stream<String> cells) {
        table.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** By the name of the column; quotation marks of a single text are left out. */
    private static List<Map<String, String>> rows(DmnModelInstance table) {
        List<String> columns = Stream.concat(
                        table.getModelElementsByType(Input.class).stream()
                                .map(input ->
                                        input.getInputExpression().getText().getTextContent()),
                        table.getModelElementsByType(Output.class).stream().map(Output::getName))
                .toList();
        return table.getModelElementsByType(Rule.class).stream()
                .map(rule -> {
                    List<String> cells = Stream.concat(
                                    rule.getInputEntries().stream()
                                            .map(entry -> entry.getText().getTextContent()),
                                    rule.getOutputEntries().stream()
                                            .map(entry -> entry.getText().getTextContent()))
                            .map(cell -> cell.replaceAll("^\"([^\"]*)\"$", "$1"))
                            .toList();
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int column = 0; column < columns.size(); column++) {
                        row.put(columns.get(column), cells.get(column));
                    }
                    return row;
                })
                .toList();
    }

    private static int begin(String readme) {
        return readme.indexOf(BEGIN) + BEGIN.length();
    }

    private static int end(String readme) {
        return readme.indexOf(END);
    }
}
