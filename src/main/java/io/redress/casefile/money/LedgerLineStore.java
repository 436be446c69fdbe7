package io.redress.casefile.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table ledger_line, to which lines are added and of which nothing is changed. */
@Repository
class LedgerLineStore {

    private final JdbcClient jdbc;

    LedgerLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(String key) {
        return jdbc.sql("select count(*) from ledger_line where request_key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @param key tells it from every other line: it stands there once */
    void add(LedgerLine line, String key) {
        jdbc.sql("""
                        insert into ledger_line (complaint_id, payment_id, recovery_id, claim_id, repayment_id, kind, amount, payer, payee, means, proof,
                          request_key, moved_by, moved_at)
                        values (:complaintId, :paymentId, :recoveryId, :claimId, :repaymentId, :kind, :amount, :payer, :payee, :means, :proof, :key,
                          :by, :at)
                        """)
                .param("complaintId", line.complaintId())
                .param("paymentId", line.paymentId())
                .param("recoveryId", line.recoveryId())
                .param("claimId", line.claimId())
                .param("repaymentId", line.repaymentId())
                .param("kind", line.kind().name())
                .param("amount", line.amount())
                .param("payer", line.payer().name())
                .param("payee", line.payee().name())
                .param("means", line.means().name())
                .param("proof", line.proof())
                .param("key", key)
                .param("by", line.by())
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    LedgerLine payment(long paymentId) {
        return jdbc.sql("select * from ledger_line where payment_id = :id and kind = 'PAYMENT'")
                .param("id", paymentId)
                .query(LedgerLineStore::line)
                .single();
    }

    /** The oldest first. */
    List<LedgerLine> of(long complaintId) {
        return jdbc.sql("select * from ledger_line where complaint_id = :id order by id")
                .param("id", complaintId)
                .query(LedgerLineStore::line)
                .list();
    }

    /** The newest first. */
    List<LedgerLine> since(Instant from) {
        return jdbc.sql("select * from ledger_line where moved_at >= :from order by id desc")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(LedgerLineStore::line)
                .list();
    }

    private static LedgerLine line(ResultSet row, int index) throws SQLException {
        return new LedgerLine(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getObject("payment_id", Long.class),
                row.getObject("recovery_id", Long.class),
                row.getObject("claim_id", Long.class),
                row.getObject("repayment_id", Long.class),
                LedgerLine.Kind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"),
                Party.valueOf(row.getString("payer")),
                Party.valueOf(row.getString("payee")),
                Means.valueOf(row.getString("means")),
                row.getString("proof"),
                row.getString("moved_by"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant());
    }
}
