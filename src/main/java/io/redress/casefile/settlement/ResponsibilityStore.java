package io.redress.casefile.settlement;

import io.redress.casefile.complaint.ClaimKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table responsibility. */
@Repository
class ResponsibilityStore {

    private final JdbcClient jdbc;

    ResponsibilityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Responsibility> find(long complaintId) {
        return jdbc.sql("select * from responsibility where complaint_id = :id")
                .param("id", complaintId)
                .query(ResponsibilityStore::responsibility)
                .optional();
    }

    List<Long> ofMerchants(Set<String> ids) {
        return jdbc.sql("select complaint_id from responsibility where merchant in (:ids) order by complaint_id desc")
                .param("ids", ids)
                .query(Long.class)
                .list();
    }

    void save(Responsibility judged) {
        int known = values(
                "update responsibility set kind = :kind, ours = :ours, covered = :covered, policy = :policy, goodwill = :goodwill,"
                        + " merchant = :merchant, unlisted_merchant = :unlisted, reason = :reason, sent_back = :sentBack, sent_over = :sentOver,"
                        + " decided_by = :decidedBy, decided_at = :decidedAt where complaint_id = :id",
                judged);
        if (known == 0) {
            values(
                    "insert into responsibility (complaint_id, kind, ours, covered, policy, goodwill, merchant,"
                            + " unlisted_merchant, reason, sent_back,"
                            + " sent_over, decided_by, decided_at) values (:id, :kind, :ours, :covered, :policy, :goodwill,"
                            + " :merchant, :unlisted, :reason, :sentBack, :sentOver, :decidedBy, :decidedAt)",
                    judged);
        }
    }

    private int values(String sql, Responsibility judged) {
        return jdbc.sql(sql)
                .param("id", judged.complaintId())
                .param("kind", judged.kind().text())
                .param("ours", judged.ours())
                .param("covered", judged.covered())
                .param("policy", judged.policy())
                .param("goodwill", judged.goodwill())
                .param("merchant", judged.merchant())
                .param("unlisted", judged.unlistedMerchant())
                .param("reason", judged.reason())
                .param("sentBack", judged.sentBack())
                .param("sentOver", judged.sentOver())
                .param("decidedBy", judged.decidedBy())
                .param(
                        "decidedAt",
                        judged.decidedAt() == null ? null : judged.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Responsibility responsibility(ResultSet row, int index) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Responsibility(
                row.getLong("complaint_id"),
                ClaimKind.of(row.getString("kind")).orElseThrow(),
                row.getObject("ours", Boolean.class),
                row.getObject("covered", Boolean.class),
                row.getString("policy"),
                row.getObject("goodwill", Boolean.class),
                row.getString("merchant"),
                row.getString("unlisted_merchant"),
                row.getString("reason"),
                row.getInt("sent_back"),
                row.getInt("sent_over"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
