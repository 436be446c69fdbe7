package io.redress.casefile.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table measure. */
@Repository
class MeasureStore {

    private final JdbcClient jdbc;

    MeasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of the case, in the order in which they were planned. */
    List<Measure> of(long complaintId) {
        return jdbc.sql("select * from measure where complaint_id = :id order by id")
                .param("id", complaintId)
                .query(MeasureStore::measure)
                .list();
    }

    Optional<Measure> find(long id) {
        return jdbc.sql("select * from measure where id = :id")
                .param("id", id)
                .query(MeasureStore::measure)
                .optional();
    }

    void insert(long complaintId, int revision, PlannedMeasure planned, String plannedBy, Instant now) {
        jdbc.sql("""
                        insert into measure (complaint_id, revision, description, department, owner, starts_on, due_on,
                          compensation, state, planned_by, planned_at)
                        values (:complaintId, :revision, :description, :department, :owner, :startsOn, :dueOn,
                          :compensation, 'PLANNED', :plannedBy, :plannedAt)
                        """)
                .param("complaintId", complaintId)
                .param("revision", revision)
                .param("description", planned.description())
                .param("department", planned.department())
                .param("owner", planned.owner())
                .param("startsOn", planned.startsOn())
                .param("dueOn", planned.dueOn())
                .param(
                        "compensation",
                        planned.compensation() == null
                                ? null
                                : planned.compensation().text())
                .param("plannedBy", plannedBy)
                .param("plannedAt", time(now))
                .update();
    }

    void replace(long complaintId) {
        jdbc.sql("update measure set state = 'REPLACED' where complaint_id = :id and state = 'PLANNED'")
                .param("id", complaintId)
                .update();
    }

    void agree(long complaintId, Instant now) {
        jdbc.sql("update measure set state = 'OPEN', agreed_at = :now where complaint_id = :id and state = 'PLANNED'")
                .param("now", time(now))
                .param("id", complaintId)
                .update();
    }

    void done(long id, String evidence, String who, Instant now) {
        jdbc.sql("""
                        update measure set state = 'DONE', evidence = :evidence, done_by = :who, done_at = :now
                        where id = :id
                        """)
                .param("evidence", evidence)
                .param("who", who)
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    void dropped(long id) {
        jdbc.sql("update measure set state = 'DROPPED' where id = :id")
                .param("id", id)
                .update();
    }

    void overdueNotified(long id) {
        jdbc.sql("update measure set overdue_notified = overdue_notified + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private static Measure measure(ResultSet row, int index) throws SQLException {
        String compensation = row.getString("compensation");
        return new Measure(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getInt("revision"),
                new PlannedMeasure(
                        row.getString("description"),
                        row.getString("department"),
                        row.getString("owner"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        compensation == null ? null : Compensation.valueOf(compensation.toUpperCase(Locale.ROOT))),
                Measure.State.valueOf(row.getString("state")),
                row.getInt("overdue_notified"),
                row.getString("planned_by"),
                instant(row, "planned_at"),
                row.getString("evidence"),
                row.getString("done_by"),
                instant(row, "done_at"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
