package io.redress.merchant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.redress.language.Sentences;
import io.redress.language.SpreadsheetCell;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The register as a table of a spreadsheet: CSV with a head, in UTF-8, or in GB 18030, in which a Chinese Excel writes it. */
@Component
class MerchantTable {

    private static final Charset OF_A_CHINESE_EXCEL = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String ID_FORM = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final int FAULTS_TOLD = 20;
    private static final BigDecimal LARGEST = new BigDecimal("9999999999999.99");

    /** What a table has of a merchant. */
    enum Column {
        ID("编号", 40, true),
        SITE("场所", 64, true),
        NAME("名称", 200, true),
        UNIT("铺位", 50, true),
        CONTACT("联系人", 200, false),
        PHONE("电话", 50, false),
        BANK("开户行", 200, false),
        ACCOUNT("账号", 40, false),
        DEPOSIT("保证金", 20, false),
        LOGINS("登录名", 1_000, false),
        ACTIVE("在营", 5, false);

        private final String chinese;
        private final int longest;
        private final boolean required;

        Column(String chinese, int longest, boolean required) {
            this.chinese = chinese;
            this.longest = longest;
            this.required = required;
        }

        String english() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Column> of(String head) {
            return Stream.of(values())
                    .filter(column -> column.english().equalsIgnoreCase(head) || column.chinese.equals(head))
                    .findFirst();
        }
    }

    /**
     * A merchant as a line has it.
     *
     * @param named the logins that stand there
     */
    record Row(int line, Merchant merchant, Set<String> named) {

        /** Who logs in for it: nobody, where it has left. */
        Set<String> logins() {
            return merchant.active() ? named : Set.of();
        }
    }

    private final Sentences sentences;

    MerchantTable(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * @param present how the register has a merchant: what the table has no column for stays as it is
     * @throws InvalidMerchants naming each line that can't be read
     */
    List<Row> read(byte[] file, Function<String, Optional<Row>> present) {
        List<String[]> lines = lines(file);
        if (lines.isEmpty()) {
            throw new InvalidMerchants(List.of(sentences.say("merchants.empty")));
        }
        List<Column> head = head(lines.get(0));
        List<String> faults = new ArrayList<>();
        Map<String, Row> rows = new LinkedHashMap<>();
        for (int index = 1; index < lines.size(); index++) {
            int line = index + 1;
            Map<Column, String> cells = cells(head, lines.get(index), line, faults);
            if (cells.isEmpty()) {
                continue;
            }
            if (head.size() < Column.values().length && cells.get(Column.ID).matches(ID_FORM)) {
                present.apply(cells.get(Column.ID))
                        .ifPresent(known -> plain(known).forEach(cells::putIfAbsent));
            }
            row(cells, line, faults).ifPresent(row -> {
                if (rows.put(row.merchant().id(), row) != null) {
                    faults.add(at(line, "twice", row.merchant().id()));
                }
            });
        }
        if (!faults.isEmpty()) {
            throw new InvalidMerchants(faults.stream().limit(FAULTS_TOLD).toList());
        }
        return List.copyOf(rows.values());
    }

    /** As it can be changed in a spreadsheet and read again. */
    String write(List<Row> rows) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        Stream.of(Column.values()).map(Column::english).forEach(schema::addColumn);
        try {
            return BYTE_ORDER_MARK
                    + new CsvMapper()
                            .writer(schema.build())
                            .writeValueAsString(
                                    rows.stream().map(MerchantTable::cells).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> cells(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        plain(row).forEach((column, cell) -> cells.put(column.english(), SpreadsheetCell.harmless(cell)));
        return cells;
    }

    private static Map<Column, String> plain(Row row) {
        Merchant merchant = row.merchant();
        Optional<BankAccount> account = Optional.ofNullable(merchant.account());
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            cells.put(
                    column,
                    switch (column) {
                        case ID -> merchant.id();
                        case SITE -> merchant.site();
                        case NAME -> merchant.name();
                        case UNIT -> merchant.unit();
                        case CONTACT -> merchant.contact();
                        case PHONE -> merchant.phone();
                        case BANK -> account.map(BankAccount::bank).orElse("");
                        case ACCOUNT -> account.map(BankAccount::number).orElse("");
                        case DEPOSIT -> merchant.deposit().toPlainString();
                        case LOGINS -> row.logins().stream().sorted().collect(Collectors.joining(" "));
                        case ACTIVE -> merchant.active() ? "yes" : "no";
                    });
        }
        cells.replaceAll((column, cell) -> Objects.toString(cell, ""));
        return cells;
    }

    private List<String[]> lines(byte[] file) {
        ObjectReader reader = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.TRIM_SPACES);
        try (MappingIterator<String[]> lines = reader.readValues(text(file))) {
            return lines.readAll();
        } catch (IOException | RuntimeException e) {
            throw new InvalidMerchants(List.of(sentences.say("merchants.unreadable")));
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

    private List<Column> head(String[] cells) {
        List<String> faults = new ArrayList<>();
        List<Column> head = new ArrayList<>();
        for (String cell : cells) {
            Optional<Column> column = Column.of(cell.strip());
            if (column.isEmpty()) {
                faults.add(sentences.say("merchants.unknown-column", cell, columns()));
            } else if (head.contains(column.get())) {
                faults.add(sentences.say("merchants.column-twice", cell));
            } else {
                head.add(column.get());
            }
        }
        Stream.of(Column.values())
                .filter(column -> column.required && !head.contains(column))
                .forEach(column -> faults.add(sentences.say("merchants.column-missing", column.english(), columns())));
        if (!faults.isEmpty()) {
            throw new InvalidMerchants(faults);
        }
        return head;
    }

    static String columns() {
        return Stream.of(Column.values())
                .map(column -> column.english() + " (" + column.chinese + ")")
                .collect(Collectors.joining(", "));
    }

    private Map<Column, String> cells(List<Column> head, String[] cells, int line, List<String> faults) {
        if (Stream.of(cells).allMatch(String::isBlank)) {
            return Map.of();
        }
        if (cells.length != head.size()) {
            faults.add(at(line, "cells", cells.length, head.size()));
            return Map.of();
        }
        Map<Column, String> named = new LinkedHashMap<>();
        for (int index = 0; index < cells.length; index++) {
            String cell = SpreadsheetCell.plain(cells[index].strip());
            Column column = head.get(index);
            if (cell.isEmpty() && column.required) {
                faults.add(at(line, "missing", column.english()));
            }
            if (cell.length() > column.longest) {
                faults.add(at(line, "long", column.english(), column.longest));
            }
            if (cell.codePoints().anyMatch(MerchantTable::unseen)) {
                faults.add(at(line, "control", column.english()));
            }
            named.put(column, cell);
        }
        return named;
    }

    private Optional<Row> row(Map<Column, String> cells, int line, List<String> faults) {
        int before = faults.size();
        String id = cells.get(Column.ID);
        if (!id.matches(ID_FORM)) {
            faults.add(at(line, "id", id));
        }
        if (id.equals(Merchants.UNLISTED)) {
            faults.add(at(line, "id-reserved", id));
        }
        BigDecimal deposit = deposit(cells.getOrDefault(Column.DEPOSIT, ""), line, faults);
        BankAccount account =
                account(cells.getOrDefault(Column.BANK, ""), cells.getOrDefault(Column.ACCOUNT, ""), line, faults);
        boolean active = active(cells.getOrDefault(Column.ACTIVE, ""), line, faults);
        Set<String> logins = Stream.of(cells.getOrDefault(Column.LOGINS, "").split("[\\s,;，；、]+"))
                .filter(login -> !login.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Row(
                        line,
                        new Merchant(
                                id,
                                cells.get(Column.SITE),
                                cells.get(Column.NAME),
                                cells.get(Column.UNIT),
                                orNull(cells.getOrDefault(Column.CONTACT, "")),
                                orNull(cells.getOrDefault(Column.PHONE, "")),
                                account,
                                deposit,
                                active),
                        logins));
    }

    /** Control characters, and what turns the direction of writing or has no width: two names would look alike. */
    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private BigDecimal deposit(String cell, int line, List<String> faults) {
        if (cell.isEmpty()) {
            return BigDecimal.ZERO.setScale(2);
        }
        if (!cell.matches("\\d{1,13}(\\.\\d{1,2})?")) {
            faults.add(at(line, "deposit", cell, LARGEST.toPlainString()));
            return BigDecimal.ZERO;
        }
        return new BigDecimal(cell).setScale(2);
    }

    private BankAccount account(String bank, String number, int line, List<String> faults) {
        if (bank.isEmpty() && number.isEmpty()) {
            return null;
        }
        if (bank.isEmpty() || number.isEmpty()) {
            faults.add(at(line, "account-half"));
            return null;
        }
        BankAccount account = BankAccount.of(bank, number);
        if (!account.plausible()) {
            faults.add(at(line, "account"));
        }
        return account;
    }

    private boolean active(String cell, int line, List<String> faults) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "", "yes", "是" -> true;
            case "no", "否" -> false;
            default -> {
                faults.add(at(line, "active", cell));
                yield true;
            }
        };
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private String at(int line, String fault, Object... arguments) {
        return sentences.say("merchants.line", line, sentences.say("merchants.fault-" + fault, arguments));
    }
}
