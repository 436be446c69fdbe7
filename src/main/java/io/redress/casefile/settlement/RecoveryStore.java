package io.redress.casefile.settlement;

import io.redress.casefile.money.Party;
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

/** The tables recovery and recovery_line: nothing of a line is ever changed. */
@Repository
class RecoveryStore {

    private static final String ALL = """
            select recovery.*, coalesce((select sum(line.amount) from ledger_line line
              where line.recovery_id = recovery.id), 0) received from recovery
            """;

    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Recovery> find(long id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id)
                .query(RecoveryStore::recovery)
                .optional();
    }

    /** What somebody owes of a payment, the newest. */
    Optional<Recovery> ofMeasure(long measureId, Party debtorKind) {
        return jdbc.sql(ALL + "where measure_id = :id and debtor_kind = :kind order by id desc limit 1")
                .param("id", measureId)
                .param("kind", debtorKind.name())
                .query(RecoveryStore::recovery)
                .optional();
    }

    /** What somebody owes of a payment that no measure paid. */
    Optional<Recovery> ofPayment(long paymentId) {
        return jdbc.sql(ALL + "where payment_id = :id")
                .param("id", paymentId)
                .query(RecoveryStore::recovery)
                .optional();
    }

    List<Recovery> open() {
        return jdbc.sql(ALL + "where finished_at is null order by begun_at, id")
                .query(RecoveryStore::recovery)
                .list();
    }

    void insert(
            long complaintId,
            Long measureId,
            Long paymentId,
            Party debtorKind,
            String debtor,
            String merchant,
            BigDecimal amount,
            Instant now) {
        jdbc.sql("""
                        insert into recovery (complaint_id, measure_id, payment_id, debtor_kind, debtor, merchant, amount, begun_at)
                        values (:complaintId, :measureId, :paymentId, :debtorKind, :debtor, :merchant, :amount, :now)
                        """)
                .param("complaintId", complaintId)
                .param("measureId", measureId)
                .param("paymentId", paymentId)
                .param("debtorKind", debtorKind.name())
                .param("debtor", debtor)
                .param("merchant", merchant)
                .param("amount", amount)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void raise(long id, BigDecimal more) {
        jdbc.sql("update recovery set amount = amount + :more where id = :id")
                .param("more", more)
                .param("id", id)
                .update();
    }

    void doubt(long id, String why) {
        jdbc.sql("update recovery set doubt = :why where id = :id")
                .param("why", why)
                .param("id", id)
                .update();
    }

    void writtenOff(long id, String who, String why) {
        jdbc.sql("update recovery set written_off_by = :who, written_off_why = :why where id = :id")
                .param("who", who)
                .param("why", why)
                .param("id", id)
                .update();
    }

    void finished(long id, Instant now) {
        jdbc.sql("update recovery set finished_at = :now where id = :id and finished_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Recovery recovery(ResultSet row, int index) throws SQLException {
        OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return new Recovery(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getObject("measure_id", Long.class),
                Party.valueOf(row.getString("debtor_kind")),
                row.getString("debtor"),
                row.getString("merchant"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("received"),
                row.getString("doubt"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getString("written_off_by"),
                row.getString("written_off_why"));
    }
}
