package io.redress.casefile.treatment;

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

/** The table treatment_advance. */
@Repository
class TreatmentAdvanceStore {

    private final JdbcClient jdbc;

    TreatmentAdvanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a case, the oldest first. */
    List<TreatmentAdvance> of(long complaintId) {
        return jdbc.sql("select * from treatment_advance where complaint_id = :id order by id")
                .param("id", complaintId)
                .query(TreatmentAdvanceStore::advance)
                .list();
    }

    Optional<TreatmentAdvance> find(long id) {
        return jdbc.sql("select * from treatment_advance where id = :id")
                .param("id", id)
                .query(TreatmentAdvanceStore::advance)
                .optional();
    }

    Optional<TreatmentAdvance> find(String reference) {
        return jdbc.sql("select * from treatment_advance where reference = :reference")
                .param("reference", reference)
                .query(TreatmentAdvanceStore::advance)
                .optional();
    }

    void insert(long complaintId, String reference, BigDecimal amount, String who, Instant now) {
        jdbc.sql("""
                        insert into treatment_advance (complaint_id, reference, amount, asked_by, asked_at)
                        values (:complaintId, :reference, :amount, :who, :now)
                        """)
                .param("complaintId", complaintId)
                .param("reference", reference)
                .param("amount", amount)
                .param("who", who)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void granted(long id, BigDecimal amount, String who) {
        jdbc.sql(
                        "update treatment_advance set amount = :amount, granted_by = :who where id = :id and granted_by is null")
                .param("amount", amount)
                .param("who", who)
                .param("id", id)
                .update();
    }

    void requested(long id, long paymentId) {
        jdbc.sql("update treatment_advance set payment_id = :paymentId where id = :id")
                .param("paymentId", paymentId)
                .param("id", id)
                .update();
    }

    void paidFrom(long id, boolean pettyCash) {
        jdbc.sql("update treatment_advance set petty_cash = :pettyCash where id = :id")
                .param("pettyCash", pettyCash)
                .param("id", id)
                .update();
    }

    void refunded(long id, String who, Instant now, String proof) {
        jdbc.sql("""
                        update treatment_advance set refunded_by = :who, refunded_at = :now, refund_proof = :proof
                        where id = :id and refunded_at is null
                        """)
                .param("who", who)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("proof", proof)
                .param("id", id)
                .update();
    }

    void over(long id, Instant now) {
        jdbc.sql("update treatment_advance set over_at = :now where id = :id and over_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void setOff(long id, long measureId) {
        jdbc.sql("update treatment_advance set set_off_by = :measureId where id = :id")
                .param("measureId", measureId)
                .param("id", id)
                .update();
    }

    void decided(long id, TreatmentAdvance.Fate fate, String who) {
        jdbc.sql("update treatment_advance set fate = :fate, fate_by = :who where id = :id")
                .param("fate", fate.name())
                .param("who", who)
                .param("id", id)
                .update();
    }

    private static TreatmentAdvance advance(ResultSet row, int index) throws SQLException {
        String fate = row.getString("fate");
        return new TreatmentAdvance(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getString("reference"),
                row.getBigDecimal("amount"),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                row.getString("granted_by"),
                row.getObject("payment_id", Long.class),
                row.getObject("petty_cash", Boolean.class),
                instant(row, "over_at"),
                row.getString("refunded_by"),
                instant(row, "refunded_at"),
                row.getString("refund_proof"),
                row.getObject("set_off_by", Long.class),
                fate == null ? null : TreatmentAdvance.Fate.valueOf(fate));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
