package io.redress.language;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line of a {@link SpreadsheetTable} while it is read, and what is wrong with it: all of it is told, not the first alone. */
public final class TableLine<C extends Enum<C> & SpreadsheetTable.Column> {

    private static final Pattern SUM = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");
    private static final BigDecimal LARGEST = new BigDecimal("9999999999999.99");
    /** Also as a spreadsheet turns them round, and as they are written in Chinese. */
    private static final Pattern DAY = Pattern.compile("([12]\\d{3})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final int number;
    private final Map<C, String> head;
    private final Map<C, String> cells;
    private final Sentences sentences;
    private final List<String> faults = new ArrayList<>();

    /** @param head how the table calls each of its columns */
    TableLine(int number, Class<C> columns, Map<C, String> head, Sentences sentences) {
        this.number = number;
        this.head = head;
        this.cells = new EnumMap<>(columns);
        this.sentences = sentences;
    }

    /** Counted from 1, the head’s. */
    public int number() {
        return number;
    }

    /** What the table itself calls the column. */
    public String called(C column) {
        return head.getOrDefault(column, column.english());
    }

    /** Empty where nothing is written, or there is no such column. */
    public String text(C column) {
        return Objects.toString(cells.get(column), "");
    }

    public String orNull(C column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** Yuan with at most two decimals; empty where none is written, or what is written is none, which is a fault. */
    public Optional<BigDecimal> sum(C column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!SUM.matcher(text).matches()) {
            fault("table.fault-sum", text, called(column), LARGEST.toPlainString());
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text).setScale(2));
    }

    /** Empty where none is written, or what is written is none, which is a fault. */
    public Optional<LocalDate> day(C column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher day = DAY.matcher(text);
        try {
            if (day.matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(day.group(1)),
                        Integer.parseInt(day.group(2)),
                        Integer.parseInt(day.group(3))));
            }
        } catch (DateTimeException noSuchDay) {
            // Told as any other word that is no day.
        }
        fault("table.fault-day", text, called(column));
        return Optional.empty();
    }

    /** Yes where nothing is written; any other word is a fault. */
    public boolean yes(C column) {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "", "yes", "是" -> true;
            case "no", "否" -> false;
            default -> {
                fault("table.fault-yes", text(column), called(column));
                yield true;
            }
        };
    }

    /** Several words, with a blank, a comma or the like between them. */
    public List<String> words(C column) {
        return Stream.of(text(column).split("[\\s,;，；、]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** @param sentence by its name, without the number of the line */
    public void fault(String sentence, Object... arguments) {
        faults.add(fault(sentences, number, sentence, arguments));
    }

    /** A fault that shows only when all lines are read. */
    public static String fault(Sentences sentences, int number, String sentence, Object... arguments) {
        return sentences.say("table.line", String.valueOf(number), sentences.say(sentence, arguments));
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** What it does not say itself. */
    void fill(Map<C, String> otherwise) {
        otherwise.forEach(cells::putIfAbsent);
    }
}
