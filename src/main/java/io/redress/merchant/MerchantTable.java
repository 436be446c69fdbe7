package io.redress.merchant;

import io.redress.language.Sentences;
import io.redress.language.SpreadsheetTable;
import io.redress.language.TableLine;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The register of merchants as a table of a spreadsheet. */
@Component
class MerchantTable {

    private static final String ID_FORM = "[a-z0-9]+(-[a-z0-9]+)*";

    /** What a table has of a merchant. */
    enum Column implements SpreadsheetTable.Column {
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

    private final SpreadsheetTable<Column> table;

    MerchantTable(Sentences sentences) {
        this.table = new SpreadsheetTable<>(Column.class, sentences);
    }

    /**
     * @param present how the register has a merchant: what the table has no column for stays as it is
     * @throws io.redress.language.InvalidTable naming each line that can't be read
     */
    List<Row> read(byte[] file, Function<String, Optional<Row>> present) {
        return table.read(
                file,
                Function.identity(),
                id -> id.matches(ID_FORM) ? present.apply(id).map(MerchantTable::cells) : Optional.empty(),
                MerchantTable::row);
    }

    /** As it can be changed in a spreadsheet and read again. */
    String write(List<Row> rows) {
        return table.write(rows.stream().map(MerchantTable::cells).toList());
    }

    static String columns() {
        return SpreadsheetTable.names(Column.values());
    }

    private static Map<Column, String> cells(Row row) {
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
                        case BANK -> account.map(BankAccount::bank).orElse(null);
                        case ACCOUNT -> account.map(BankAccount::number).orElse(null);
                        case DEPOSIT -> merchant.deposit().toPlainString();
                        case LOGINS -> row.logins().stream().sorted().collect(Collectors.joining(" "));
                        case ACTIVE -> merchant.active() ? "yes" : "no";
                    });
        }
        return cells;
    }

    private static Row row(TableLine<Column> line) {
        String id = line.text(Column.ID);
        if (!id.matches(ID_FORM)) {
            line.fault("merchants.fault-id", id);
        }
        if (id.equals(Merchants.UNLISTED)) {
            line.fault("merchants.fault-id-reserved", id);
        }
        boolean active = line.yes(Column.ACTIVE);
        return new Row(
                line.number(),
                new Merchant(
                        id,
                        line.text(Column.SITE),
                        line.text(Column.NAME),
                        line.text(Column.UNIT),
                        line.orNull(Column.CONTACT),
                        line.orNull(Column.PHONE),
                        account(line),
                        line.sum(Column.DEPOSIT).orElse(BigDecimal.ZERO.setScale(2)),
                        active),
                new LinkedHashSet<>(line.words(Column.LOGINS)));
    }

    private static BankAccount account(TableLine<Column> line) {
        String bank = line.text(Column.BANK);
        String number = line.text(Column.ACCOUNT);
        if (bank.isEmpty() && number.isEmpty()) {
            return null;
        }
        if (bank.isEmpty() || number.isEmpty()) {
            line.fault("merchants.fault-account-half");
            return null;
        }
        BankAccount account = BankAccount.of(bank, number);
        if (!account.plausible()) {
            line.fault("merchants.fault-account");
        }
        return account;
    }
}
