package io.redress.merchant;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table merchant. */
@Repository
class MerchantStore {

    private final JdbcClient jdbc;

    MerchantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By site and unit. */
    List<Merchant> all() {
        return jdbc.sql("select * from merchant order by site, unit, id")
                .query(MerchantStore::merchant)
                .list();
    }

    Optional<Merchant> find(String id) {
        return jdbc.sql("select * from merchant where id = :id")
                .param("id", id)
                .query(MerchantStore::merchant)
                .optional();
    }

    /** Who gave it its account last, and when. */
    Optional<AccountChange> accountChange(String id) {
        return jdbc.sql("select account_changed_by, account_changed_at from merchant where id = :id")
                .param("id", id)
                .query((row, index) -> new AccountChange(
                        row.getString("account_changed_by"),
                        row.getObject("account_changed_at", OffsetDateTime.class)
                                .toInstant()))
                .optional();
    }

    void save(Merchant merchant, String who, Instant now) {
        boolean sameAccount = find(merchant.id())
                .filter(before -> Objects.equals(before.account(), merchant.account()))
                .isPresent();
        int known = with(jdbc.sql("""
                                update merchant set site = :site, name = :name, unit = :unit, contact = :contact, phone = :phone,
                                  account_bank = :bank, account_number = :account, deposit = :deposit, active = :active,
                                  changed_by = :who, changed_at = :now,
                                  account_changed_by = case when :same then account_changed_by else :who end,
                                  account_changed_at = case when :same then account_changed_at else :now end
                                where id = :id
                                """), merchant, who, now)
                .param("same", sameAccount)
                .update();
        if (known == 0) {
            with(jdbc.sql("""
                                    insert into merchant (id, site, name, unit, contact, phone, account_bank, account_number,
                                      deposit, active, changed_by, changed_at, account_changed_by, account_changed_at)
                                    values (:id, :site, :name, :unit, :contact, :phone, :bank, :account, :deposit, :active,
                                      :who, :now, :who, :now)
                                    """), merchant, who, now).update();
        }
    }

    /** @return whether it had that much */
    boolean takeFromDeposit(String id, BigDecimal amount, String who, Instant now) {
        return jdbc.sql("""
                                update merchant set deposit = deposit - :amount, changed_by = :who, changed_at = :now
                                where id = :id and deposit >= :amount
                                """)
                        .param("id", id)
                        .param("amount", amount)
                        .param("who", who)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static StatementSpec with(StatementSpec statement, Merchant merchant, String who, Instant now) {
        Optional<BankAccount> account = Optional.ofNullable(merchant.account());
        return statement
                .param("id", merchant.id())
                .param("site", merchant.site())
                .param("name", merchant.name())
                .param("unit", merchant.unit())
                .param("contact", merchant.contact())
                .param("phone", merchant.phone())
                .param("bank", account.map(BankAccount::bank).orElse(null))
                .param("account", account.map(BankAccount::number).orElse(null))
                .param("deposit", merchant.deposit())
                .param("active", merchant.active())
                .param("who", who)
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private static Merchant merchant(ResultSet row, int index) throws SQLException {
        return new Merchant(
                row.getString("id"),
                row.getString("site"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("contact"),
                row.getString("phone"),
                row.getString("account_number") == null
                        ? null
                        : new BankAccount(row.getString("account_bank"), row.getString("account_number")),
                row.getBigDecimal("deposit"),
                row.getBoolean("active"));
    }
}
