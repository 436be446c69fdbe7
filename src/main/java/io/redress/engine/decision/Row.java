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
record Row(String table, Map<String, Object> cells, Groups groups, Sentences sentences) {

    private static final int LARGEST_AMOUNT = 99_999;

    /** Empty when nothing stands in the cell. */
    String text(String column) {
        return Objects.toString(cells.get(column), "").strip();
    }

    int number(String column, int least, int most) {
        if (cells.get(column) instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= least
                && number.intValue() <= most) {
            return number.intValue();
        }
        throw unusable("decision.number", column, least, most);
    }

    boolean flag(String column) {
        if (cells.get(column) instanceof Boolean flag) {
            return flag;
        }
        throw unusable("decision.flag", column);
    }

    /** From the columns {@code amount} and {@code unit}. */
    Target target() {
        DeadlineUnit unit = DeadlineUnit.named(text("unit")).orElseThrow(() -> unusable("decision.unit", "unit"));
        return new Target(number("amount", 1, LARGEST_AMOUNT), unit);
    }

    /** Groups that can be given work, separated by commas in the cell. */
    List<String> groups(String column) {
        if (text(column).isEmpty()) {
            return List.of();
        }
        List<String> ids =
                Arrays.stream(text(column).split(",")).map(String::strip).toList();
        for (String id : ids) {
            if (groups.find(id).filter(Group::usesTasklist).isEmpty()) {
                throw unusable("decision.group", column, id);
            }
        }
        return ids;
    }

    /** Says which cell is wrong, what stands there, and what to do. */
    UnusableTable unusable(String sentence, String column, Object... more) {
        Object[] arguments = new Object[4 + more.length];
        arguments[0] = table;
        // The first output is what an owner finds the row by.
        arguments[1] = String.valueOf(cells.values().iterator().next());
        arguments[2] = column;
        arguments[3] = text(column);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new UnusableTable(sentences.say(sentence, arguments));
    }
}
