package io.redress.casefile.insurance;

import io.redress.casefile.complaint.ClaimKind;
import io.redress.language.Sentences;
import io.redress.language.SpreadsheetTable;
import io.redress.language.TableLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The register of insurance policies as a table of a spreadsheet. */
@Component
class InsurancePolicyTable {

    /** As insurers number them; a spreadsheet that took the number for one to compute with has spoiled it. */
    private static final String NUMBER_FORM = "[\\p{IsHan}A-Z0-9][\\p{IsHan}A-Z0-9()\\[\\]/._-]*";

    private static final String EMAIL_FORM = "[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+";

    /** What a table has of a policy. */
    enum Column implements SpreadsheetTable.Column {
        NUMBER("保单号", 60, true),
        NAME("险种", 200, false),
        INSURER("保险公司", 200, true),
        CONTACT("联系人", 200, false),
        PHONE("电话", 50, false),
        EMAIL("邮箱", 254, false),
        SITE("场所", 64, false),
        COVERS("承保范围", 100, true),
        FROM("起始日", 20, true),
        TO("终止日", 20, true),
        EXCESS("免赔额", 20, false),
        CASE_LIMIT("每案限额", 20, true),
        ACTIVE("有效", 5, false);

        private final String chinese;
        private final int longest;
        private final boolean required;

        Column(String chinese, int longest, boolean required) {
            this.chinese = chinese;
            this.longest = longest;
            this.required = required;
        }

        @Override
        public String chinese() {
            return chinese;
        }

        @Override
        public int longest() {
            return longest;
        }

        @Override
        public boolean required() {
            return required;
        }
    }

    private static final Map<ClaimKind, String> KINDS =
            new EnumMap<>(Map.of(ClaimKind.MERCHANT, "商户", ClaimKind.ENVIRONMENT, "公共环境", ClaimKind.OWN_GOODS, "自营商品"));

    /** A policy as a line has it. */
    record Row(int line, InsurancePolicy policy) {}

    private final SpreadsheetTable<Column> table;

    InsurancePolicyTable(Sentences sentences) {
        this.table = new SpreadsheetTable<>(Column.class, sentences);
    }

    /**
     * @param present how the register has a policy: what the table has no column for stays as it is
     * @throws io.redress.language.InvalidTable naming each line that can't be read
     */
    List<Row> read(byte[] file, Function<String, Optional<InsurancePolicy>> present) {
        return table.read(
                file,
                InsurancePolicy::number,
                number -> number.matches(NUMBER_FORM)
                        ? present.apply(number).map(InsurancePolicyTable::cells)
                        : Optional.empty(),
                line -> new Row(line.number(), policy(line)));
    }

    /** As it can be changed in a spreadsheet and read again. */
    String write(List<InsurancePolicy> policies) {
        return table.write(policies.stream().map(InsurancePolicyTable::cells).toList());
    }

    static String columns() {
        return SpreadsheetTable.names(Column.values());
    }

    /** What a policy can cover, in both languages. */
    static String kinds() {
        return KINDS.entrySet().stream()
                .map(kind -> kind.getKey().text() + " (" + kind.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static Map<Column, String> cells(InsurancePolicy policy) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            cells.put(
                    column,
                    switch (column) {
                        case NUMBER -> policy.number();
                        case NAME -> policy.name();
                        case INSURER -> policy.insurer();
                        case CONTACT -> policy.contact();
                        case PHONE -> policy.phone();
                        case EMAIL -> policy.email();
                        case SITE -> policy.site();
                        case COVERS ->
                            policy.covers().stream().map(ClaimKind::text).collect(Collectors.joining(" "));
                        case FROM -> policy.from().toString();
                        case TO -> policy.to().toString();
                        case EXCESS -> policy.excess().toPlainString();
                        case CASE_LIMIT -> policy.caseLimit().toPlainString();
                        case ACTIVE -> policy.active() ? "yes" : "no";
                    });
        }
        return cells;
    }

    private static InsurancePolicy policy(TableLine<Column> line) {
        String number = InsurancePolicy.number(line.text(Column.NUMBER));
        if (!number.isEmpty() && !number.matches(NUMBER_FORM)) {
            line.fault("policies.fault-number", line.text(Column.NUMBER));
        }
        String email = line.orNull(Column.EMAIL);
        if (email != null && !email.matches(EMAIL_FORM)) {
            line.fault("policies.fault-email", email);
        }
        LocalDate from = line.day(Column.FROM).orElse(null);
        LocalDate to = line.day(Column.TO).orElse(null);
        if (from != null && to != null && from.isAfter(to)) {
            line.fault("policies.fault-reversed", from, to);
        }
        return new InsurancePolicy(
                number,
                line.orNull(Column.NAME),
                line.text(Column.INSURER),
                line.orNull(Column.CONTACT),
                line.orNull(Column.PHONE),
                email,
                line.orNull(Column.SITE),
                covers(line),
                from,
                to,
                line.sum(Column.EXCESS).orElse(BigDecimal.ZERO.setScale(2)),
                limit(line, Column.CASE_LIMIT),
                line.yes(Column.ACTIVE));
    }

    private static Set<ClaimKind> covers(TableLine<Column> line) {
        Set<ClaimKind> covers = EnumSet.noneOf(ClaimKind.class);
        for (String word : line.words(Column.COVERS)) {
            kind(word)
                    .ifPresentOrElse(
                            covers::add,
                            () -> line.fault("policies.fault-covers", word, line.called(Column.COVERS), kinds()));
        }
        return covers;
    }

    private static Optional<ClaimKind> kind(String word) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().text().equalsIgnoreCase(word)
                        || kind.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static BigDecimal limit(TableLine<Column> line, Column column) {
        Optional<BigDecimal> limit = line.sum(column);
        if (limit.filter(sum -> sum.signum() == 0).isPresent()) {
            line.fault("policies.fault-limit", line.called(column));
        }
        return limit.orElse(null);
    }
}
