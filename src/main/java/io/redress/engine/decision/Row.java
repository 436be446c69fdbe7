package io.redress.engine.decision;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A row of a decision table that fits: its output cells, each read as what it has to be. */
public record Row(String table, Map<String, Object> cells, Groups groups, Sentences sentences) {

    private static final int LARGEST_AMOUNT = 99_999;

    /** Empty when nothing stands in the cell. */
    public String text(String column) {
        return Objects.toString(cells.get(column), "").strip();
    }

    public int number(String column, int least, int most) {
        if (cells.get(column) instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= least
                && number.intValue() <= most) {
            return number.intValue();
        }
        throw unusable("decision.number", column, least, most);
    }

    public boolean flag(String column) {
        if (cells.get(column) instanceof Boolean flag) {
            return flag;
        }
        throw unusable("decision.flag", column);
    }

    /** One of the values that the column may have. */
    public String choice(String column, List<String> values) {
        String text = text(column);
        if (!values.contains(text)) {
            throw unusable("decision.choice", column, String.join(", ", values));
        }
        return text;
    }

    /** From the columns {@code amount} and {@code unit}. */
    public Target target() {
        return target("amount");
    }

    /** From the column of that name and the column {@code unit}. */
    public Target target(String amount) {
        DeadlineUnit unit = DeadlineUnit.named(text("unit")).orElseThrow(() -> unusable("decision.unit", "unit"));
        return new Target(number(amount, 1, LARGEST_AMOUNT), unit);
    }

    /** The one group that can be given work. */
    public String group(String column) {
        List<String> groups = groups(column);
        if (groups.size() != 1) {
            throw unusable("decision.one-group", column);
        }
        return groups.get(0);
    }

    /** Groups that can be given work, separated by commas in the cell. */
    public List<String> groups(String column) {
        if (text(column).isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text(column).split(","))
                .map(id -> known(column, id.strip()))
                .toList();
    }

    /** The group of that id, which stands in the cell and can be given work. */
    public String known(String column, String id) {
        if (groups.find(id).filter(Group::usesTasklist).isEmpty()) {
            throw unusable("decision.group", column, id);
        }
        return id;
    }

    /** Says which cell is wrong, what stands there, and what to do. */
    public UnusableTable unusable(String sentence, String column, Object... more) {
        Object[] arguments = new Object[4 + more.length];
        arguments[0] = table;
        // The first output is what an owner finds the row by.
        arguments[1] =
                cells.isEmpty() ? "" : String.valueOf(cells.values().iterator().next());
        arguments[2] = column;
        arguments[3] = text(column);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new UnusableTable(sentences.say(sentence, arguments));
    }
}
