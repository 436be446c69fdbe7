package io.redress.casefile.repayment;

import io.redress.merchant.BankAccount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table merchant_repayment. */
@Repository
class RepaymentStore {

    private final JdbcClient jdbc;

    RepaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a case, the oldest first. */
    List<Repayment> of(long complaintId) {
        return jdbc.sql("select * from merchant_repayment where complaint_id = :id order by id")
                .param("id", complaintId)
                .query(RepaymentStore::repayment)
                .list();
    }

    Optional<Repayment> find(long id) {
        return jdbc.sql("select * from merchant_repayment where id = :id")
                .param("id", id)
                .query(RepaymentStore::repayment)
                .optional();
    }

    void insert(
            long complaintId, long measureId, String merchant, String merchantName, BigDecimal advanced, Instant now) {
        jdbc.sql("""
                        insert into merchant_repayment (complaint_id, measure_id, merchant, merchant_name, advanced, begun_at)
                        values (:complaintId, :measureId, :merchant, :merchantName, :advanced, :now)
                        """)
                .param("complaintId", complaintId)
                .param("measureId", measureId)
                .param("merchant", merchant)
                .param("merchantName", merchantName)
                .param("advanced", advanced)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void due(long id, BigDecimal amount) {
        jdbc.sql("update merchant_repayment set amount = :amount where id = :id and amount is null")
                .param("amount", amount)
                .param("id", id)
                .update();
    }

    void paid(long id, BankAccount account, String who, Instant now) {
        jdbc.sql("""
                        update merchant_repayment set account_bank = :bank, account_number = :account, paid_by = :who, paid_at = :now
                        where id = :id and paid_at is null
                        """)
                .param("bank", account.bank())
                .param("account", account.number())
                .param("who", who)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Repayment repayment(ResultSet row, int index) throws SQLException {
        OffsetDateTime paidAt = row.getObject("paid_at", OffsetDateTime.class);
        String account = row.getString("account_number");
        return new Repayment(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getLong("measure_id"),
                row.getString("merchant"),
                row.getString("merchant_name"),
                row.getBigDecimal("advanced"),
                row.getBigDecimal("amount"),
                account == null ? null : new BankAccount(row.getString("account_bank"), account),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("paid_by"),
                paidAt == null ? null : paidAt.toInstant());
    }
}
