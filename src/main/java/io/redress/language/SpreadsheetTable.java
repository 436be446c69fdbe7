package io.redress.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A register as a table of a spreadsheet: CSV with a head, in UTF-8, or in GB 18030, in which a Chinese Excel writes it. It is read
 * whole or not at all.
 *
 * @param <C> its columns; the first is what each line is known by
 */
public final class SpreadsheetTable<C extends Enum<C> & SpreadsheetTable.Column> {

    private static final Charset OF_A_CHINESE_EXCEL = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a table has of each entry. */
    public interface Column {

        String chinese();

        /** How many characters a cell has at most. */
        int longest();

        /** Whether it must stand in each table, and be filled in each line. */
        boolean required();

        String name();

        default String english() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Class<C> type;
    private final List<C> columns;
    private final Sentences sentences;

    public SpreadsheetTable(Class<C> type, Sentences sentences) {
        this.type = type;
        this.columns = List.of(type.getEnumConstants());
        this.sentences = sentences;
    }

    /** The columns in both languages, for a sentence. */
    public static String names(Column... columns) {
        return Stream.of(columns)
                .map(column -> column.english() + " (" + column.chinese() + ")")
                .collect(Collectors.joining(", "));
    }

    /**
     * @param known what each line is known by, of what its first cell says
     * @param present how the register has what is known by that, in cells: what the table has no column for stays as it is
     * @param entry what a line says; what is wrong with it, it tells the line
     * @throws InvalidTable naming each line that can't be read
     */
    public <R> List<R> read(
            byte[] file,
            Function<String, String> known,
            Function<String, Optional<Map<C, String>>> present,
            Function<TableLine<C>, R> entry) {
        List<String[]> lines = lines(file);
        if (lines.isEmpty()) {
            throw new InvalidTable(List.of(sentences.say("table.empty")));
        }
        Map<C, String> head = head(lines.get(0));
        List<String> faults = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<R> entries = new ArrayList<>();
        for (int index = 1; index < lines.size(); index++) {
            TableLine<C> line = new TableLine<>(index + 1, type, head, sentences);
            if (Stream.of(lines.get(index)).allMatch(String::isBlank)) {
                continue;
            }
            if (cells(List.copyOf(head.keySet()), lines.get(index), line)) {
                String id = known.apply(line.text(columns.get(0)));
                if (head.size() < columns.size()) {
                    present.apply(id).ifPresent(line::fill);
                }
                R read = entry.apply(line);
                if (!id.isEmpty() && !named.add(id)) {
                    line.fault("table.fault-twice", line.called(columns.get(0)), id);
                }
                entries.add(read);
            }
            faults.addAll(line.faults());
        }
        if (!faults.isEmpty()) {
            throw new InvalidTable(faults);
        }
        return entries;
    }

    /** As it can be changed in a spreadsheet and read again; null is an empty cell. */
    public String write(List<Map<C, String>> rows) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        columns.stream().map(Column::english).forEach(schema::addColumn);
        try {
            return BYTE_ORDER_MARK
                    + new CsvMapper()
                            .writer(schema.build())
                            .writeValueAsString(
                                    rows.stream().map(this::harmless).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> harmless(Map<C, String> cells) {
        return columns.stream()
                .collect(Collectors.toMap(
                        Column::english, column -> SpreadsheetCell.harmless(Objects.toString(cells.get(column), ""))));
    }

    private List<String[]> lines(byte[] file) {
        ObjectReader reader = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.TRIM_SPACES);
        try (MappingIterator<String[]> lines = reader.readValues(text(file))) {
            return lines.readAll();
        } catch (IOException | RuntimeException e) {
            throw new InvalidTable(List.of(sentences.say("table.unreadable")));
        }
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(file, OF_A_CHINESE_EXCEL);
        }
    }

    /** In the order of the cells, with what the table calls them. */
    private Map<C, String> head(String[] cells) {
        List<String> faults = new ArrayList<>();
        Map<C, String> head = new LinkedHashMap<>();
        String names = names(columns.toArray(Column[]::new));
        for (String cell : cells) {
            Optional<C> column = column(cell.strip());
            if (column.isEmpty()) {
                faults.add(sentences.say("table.unknown-column", cell, names));
            } else if (head.containsKey(column.get())) {
                faults.add(sentences.say("table.column-twice", cell));
            } else {
                head.put(column.get(), cell.strip());
            }
        }
        columns.stream()
                .filter(column -> column.required() && !head.containsKey(column))
                .forEach(column -> faults.add(sentences.say("table.column-missing", column.english(), names)));
        if (!faults.isEmpty()) {
            throw new InvalidTable(faults);
        }
        return head;
    }

    private Optional<C> column(String head) {
        return columns.stream()
                .filter(column -> column.english().equalsIgnoreCase(head)
                        || column.chinese().equals(head))
                .findFirst();
    }

    /** Whether the line has a cell for each column. */
    private boolean cells(List<C> head, String[] cells, TableLine<C> line) {
        if (cells.length != head.size()) {
            line.fault("table.fault-cells", cells.length, head.size());
            return false;
        }
        Map<C, String> named = new EnumMap<>(type);
        for (int index = 0; index < cells.length; index++) {
            String cell = SpreadsheetCell.plain(cells[index].strip());
            C column = head.get(index);
            if (cell.isEmpty() && column.required()) {
                line.fault("table.fault-missing", line.called(column));
            }
            if (cell.length() > column.longest()) {
                line.fault("table.fault-long", line.called(column), column.longest());
            }
            if (cell.codePoints().anyMatch(SpreadsheetTable::unseen)) {
                line.fault("table.fault-control", line.called(column));
            }
            named.put(column, cell);
        }
        line.fill(named);
        return true;
    }

    /** Control characters, and what turns the direction of writing or has no width: two names would look alike. */
    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
