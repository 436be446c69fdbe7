package io.redress.casefile.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table payment. */
@Repository
class PaymentStore {

    /** Each with the lines of the ledger that say it was paid, and came back. */
    private static final String ALL = """
            select payment.*, paid.moved_at paid_at, paid.proof, back.moved_by recovered_by, back.moved_at recovered_at,
              back.proof recovery_proof
            from payment
            left join ledger_line paid on paid.payment_id = payment.id and paid.kind = 'PAYMENT'
            left join ledger_line back on back.payment_id = payment.id and back.kind = 'REVERSAL'
            """;

    private final JdbcClient jdbc;

    PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Payment> find(long id) {
        return jdbc.sql(ALL + "where payment.id = :id")
                .param("id", id)
                .query(PaymentStore::payment)
                .optional();
    }

    Optional<Payment> find(String key) {
        return jdbc.sql(ALL + "where payment.request_key = :key")
                .param("key", key)
                .query(PaymentStore::payment)
                .optional();
    }

    /** All of the cases, the oldest first. */
    List<Payment> of(Collection<Long> complaintIds) {
        return jdbc.sql(ALL + "where payment.complaint_id in (:ids) order by payment.id")
                .param("ids", complaintIds)
                .query(PaymentStore::payment)
                .list();
    }

    List<Payment> approved() {
        return jdbc.sql(ALL + "where payment.state = 'APPROVED' order by payment.approved_at, payment.id")
                .query(PaymentStore::payment)
                .list();
    }

    long insert(Offer offer, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into payment (complaint_id, measure_id, request_key, purpose, kind, amount, state,
                          requested_by, requested_at)
                        values (:complaintId, :measureId, :key, :purpose, :kind, :amount, 'OFFERED', :requestedBy, :now)
                        """)
                .param("complaintId", offer.complaintId())
                .param("measureId", offer.measureId())
                .param("key", offer.key())
                .param("purpose", offer.purpose())
                .param("kind", offer.kind().name())
                .param("amount", offer.amount())
                .param("requestedBy", offer.requestedBy())
                .param("now", time(now))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    void approved(long id, String who, Instant now) {
        jdbc.sql("update payment set state = 'APPROVED', approved_by = :who, approved_at = :now where id = :id")
                .param("who", who)
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    void refused(long id, String who, String why, Instant now) {
        jdbc.sql("""
                        update payment set state = 'REFUSED', refused_by = :who, refused_at = :now, refusal = :why
                        where id = :id
                        """)
                .param("who", who)
                .param("now", time(now))
                .param("why", why)
                .param("id", id)
                .update();
    }

    void paid(long id, String who) {
        jdbc.sql("update payment set state = 'PAID', paid_by = :who where id = :id")
                .param("who", who)
                .param("id", id)
                .update();
    }

    private static Payment payment(ResultSet row, int index) throws SQLException {
        return new Payment(
                row.getLong("id"),
                new Offer(
                        row.getLong("complaint_id"),
                        row.getObject("measure_id", Long.class),
                        row.getString("request_key"),
                        row.getString("purpose"),
                        Payment.Kind.valueOf(row.getString("kind")),
                        row.getBigDecimal("amount"),
                        row.getString("requested_by")),
                row.getString("recovered_by") == null
                        ? Payment.State.valueOf(row.getString("state"))
                        : Payment.State.RECOVERED,
                instant(row, "requested_at"),
                row.getString("approved_by"),
                instant(row, "approved_at"),
                row.getString("refused_by"),
                instant(row, "refused_at"),
                row.getString("refusal"),
                row.getString("paid_by"),
                instant(row, "paid_at"),
                row.getString("proof"),
                row.getString("recovered_by"),
                instant(row, "recovered_at"),
                row.getString("recovery_proof"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
