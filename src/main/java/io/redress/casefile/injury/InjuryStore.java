package io.redress.casefile.injury;

import io.redress.casefile.complaint.ClaimKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table injury. */
@Repository
class InjuryStore {

    private final JdbcClient jdbc;

    InjuryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Injury> find(long complaintId) {
        return jdbc.sql("select * from injury where complaint_id = :id")
                .param("id", complaintId)
                .query(InjuryStore::injury)
                .optional();
    }

    void insert(Injury injury) {
        jdbc.sql("""
                        insert into injury (complaint_id, kind, duty_manager, scene, reporter, concluder, funds, advance_limit)
                        values (:id, :kind, :dutyManager, :scene, :reporter, :concluder, :funds, :advanceLimit)
                        """)
                .param("id", injury.complaintId())
                .param("kind", injury.kind().text())
                .param("dutyManager", injury.dutyManager())
                .param("scene", injury.scene())
                .param("reporter", injury.reporter())
                .param("concluder", injury.concluder())
                .param("funds", injury.funds())
                .param("advanceLimit", injury.advanceLimit())
                .update();
    }

    void concluded(long complaintId, Injury.Conclusion conclusion, String who, Instant now) {
        jdbc.sql("""
                        update injury set conclusion = :conclusion, concluded_by = :who, concluded_at = :now
                        where complaint_id = :id
                        """)
                .param("conclusion", conclusion.name())
                .param("who", who)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", complaintId)
                .update();
    }

    /** The case came back: it is concluded on once more. */
    void reopened(long complaintId) {
        jdbc.sql(
                        "update injury set conclusion = null, concluded_by = null, concluded_at = null where complaint_id = :id")
                .param("id", complaintId)
                .update();
    }

    private static Injury injury(ResultSet row, int index) throws SQLException {
        OffsetDateTime concludedAt = row.getObject("concluded_at", OffsetDateTime.class);
        String conclusion = row.getString("conclusion");
        return new Injury(
                row.getLong("complaint_id"),
                ClaimKind.of(row.getString("kind")).orElseThrow(),
                row.getString("duty_manager"),
                row.getString("scene"),
                row.getString("reporter"),
                row.getString("concluder"),
                row.getString("funds"),
                row.getBigDecimal("advance_limit"),
                conclusion == null ? null : Injury.Conclusion.valueOf(conclusion),
                row.getString("concluded_by"),
                concludedAt == null ? null : concludedAt.toInstant());
    }
}
