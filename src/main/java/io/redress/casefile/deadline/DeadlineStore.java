package io.redress.casefile.deadline;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.complaint.Complaints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of the deadlines. */
@Repository
class DeadlineStore {

    private final JdbcClient jdbc;
    private final Complaints complaints;

    DeadlineStore(JdbcClient jdbc, Complaints complaints) {
        this.jdbc = jdbc;
        this.complaints = complaints;
    }

    List<Deadline> of(long complaintId) {
        return deadlines("where deadline.complaint_id = :id", Map.of("id", complaintId));
    }

    /** The same, locked until the transaction ends: an act and a stage of one case take turns. */
    List<Deadline> lock(long complaintId) {
        complaints.lock(Set.of(complaintId));
        return of(complaintId);
    }

    /** The cases that have an open deadline. */
    List<Long> casesWithOpenDeadlines() {
        return jdbc.sql("select distinct complaint_id from deadline where state in ('RUNNING', 'PAUSED')"
                        + " order by complaint_id")
                .query(Long.class)
                .list();
    }

    /** Deadlines that run though they were due before that moment, or wait though their pause was over. */
    List<Deadline> overlooked(Instant before) {
        return deadlines(
                """
                        where deadline.state = 'RUNNING' and deadline.due_at < :before
                          or deadline.ended_at is null and exists (
                            select 1 from deadline_pause open
                            where open.deadline_id = deadline.id and open.to_at is null and open.reason in (:endingByThemselves)
                              and open.from_at < :pausedBefore)
                        """,
                Map.of(
                        "before",
                        time(before),
                        "pausedBefore",
                        time(before.minus(Deadline.LONGEST_PAUSE)),
                        "endingByThemselves",
                        Stream.of(PauseReason.values())
                                .filter(PauseReason::endsByItself)
                                .map(PauseReason::name)
                                .toList()));
    }

    long insert(Deadline deadline) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into deadline (complaint_id, kind, starts_with, name, amount, unit, calendar, warn_percent, escalate_to,
                          pausable, state, started_at, due_at, provisional, at_risk_at, not_computable)
                        values (:complaintId, :kind, :startsWith, :name, :amount, :unit, :calendar, :warnPercent, :escalateTo,
                          :pausable, :state, :startedAt, :dueAt, :provisional, :atRiskAt, :notComputable)
                        """)
                .param("complaintId", deadline.complaintId())
                .param("kind", deadline.kind())
                .param("startsWith", deadline.startsWith())
                .param("name", deadline.name())
                .param("amount", deadline.target().amount())
                .param("unit", deadline.target().unit().text())
                .param("calendar", deadline.calendar())
                .param("warnPercent", deadline.terms().warnPercent())
                .param("escalateTo", deadline.escalateTo())
                .param("pausable", deadline.pausable())
                .param("state", deadline.state().name())
                .param("startedAt", time(deadline.startedAt()))
                .param("dueAt", time(deadline.dueAt()))
                .param("provisional", deadline.provisional())
                .param("atRiskAt", time(deadline.atRiskAt()))
                .param("notComputable", deadline.notComputable())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    void update(Deadline deadline) {
        jdbc.sql("""
                        update deadline set starts_with = :startsWith, amount = :amount, unit = :unit, calendar = :calendar,
                          warn_percent = :warnPercent, escalate_to = :escalateTo, pausable = :pausable, state = :state,
                          started_at = :startedAt, due_at = :dueAt, provisional = :provisional, at_risk_at = :atRiskAt, ended_at = :endedAt, not_computable = :notComputable
                        where id = :id
                        """)
                .param("startsWith", deadline.startsWith())
                .param("amount", deadline.target().amount())
                .param("unit", deadline.target().unit().text())
                .param("calendar", deadline.calendar())
                .param("warnPercent", deadline.terms().warnPercent())
                .param("escalateTo", deadline.escalateTo())
                .param("pausable", deadline.pausable())
                .param("state", deadline.state().name())
                .param("startedAt", time(deadline.startedAt()))
                .param("dueAt", time(deadline.dueAt()))
                .param("provisional", deadline.provisional())
                .param("atRiskAt", time(deadline.atRiskAt()))
                .param("endedAt", time(deadline.endedAt()))
                .param("notComputable", deadline.notComputable())
                .param("id", deadline.id())
                .update();
    }

    void beginPause(long deadlineId, PauseReason reason, Instant from, String who) {
        jdbc.sql(
                        "insert into deadline_pause (deadline_id, reason, paused_by, from_at) values (:deadline, :reason, :who, :from)")
                .param("deadline", deadlineId)
                .param("reason", reason.name())
                .param("who", who)
                .param("from", time(from))
                .update();
    }

    void endPauses(long deadlineId, PauseReason reason, Instant to) {
        jdbc.sql(
                        "update deadline_pause set to_at = :to where deadline_id = :deadline and reason = :reason and to_at is null")
                .param("to", time(to))
                .param("deadline", deadlineId)
                .param("reason", reason.name())
                .update();
    }

    void event(long deadlineId, Instant at, String who, String what, Instant dueAt, String why) {
        jdbc.sql("""
                        insert into deadline_event (deadline_id, happened_at, who, what, due_at, why)
                        values (:deadline, :at, :who, :what, :dueAt, :why)
                        """)
                .param("deadline", deadlineId)
                .param("at", time(at))
                .param("who", who)
                .param("what", what)
                .param("dueAt", time(dueAt))
                .param("why", why)
                .update();
    }

    /** The stages that were recorded for this due value. */
    Set<Stage> stages(long deadlineId, Instant dueAt) {
        return jdbc.sql("select stage from deadline_stage where deadline_id = :deadline and due_at = :dueAt")
                .param("deadline", deadlineId)
                .param("dueAt", time(dueAt))
                .query((row, index) -> Stage.valueOf(row.getString("stage")))
                .set();
    }

    void stage(long deadlineId, Stage stage, Instant dueAt, Instant reachedAt, boolean fired) {
        jdbc.sql("""
                        insert into deadline_stage (deadline_id, stage, due_at, reached_at, fired)
                        values (:deadline, :stage, :dueAt, :reachedAt, :fired)
                        """)
                .param("deadline", deadlineId)
                .param("stage", stage.name())
                .param("dueAt", time(dueAt))
                .param("reachedAt", time(reachedAt))
                .param("fired", fired)
                .update();
    }

    /** A deadline comes once for each of its pauses, and once where it has none. */
    private List<Deadline> deadlines(String where, Map<String, ?> parameters) {
        Map<Long, Deadline> deadlines = new LinkedHashMap<>();
        jdbc.sql("""
                        select deadline.*, pause.reason, pause.from_at, pause.to_at
                        from deadline left join deadline_pause pause on pause.deadline_id = deadline.id
                        """ + where + " order by deadline.id, pause.from_at, pause.id")
                .params(parameters)
                .query(row -> {
                    Deadline deadline = deadline(row);
                    deadlines.merge(deadline.id(), deadline, DeadlineStore::withPausesOf);
                });
        return List.copyOf(deadlines.values());
    }

    private static Deadline withPausesOf(Deadline deadline, Deadline next) {
        return deadline.withPauses(Stream.concat(deadline.pauses().stream(), next.pauses().stream())
                .toList());
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getString("kind"),
                row.getString("starts_with"),
                row.getString("name"),
                new Deadline.Terms(
                        new Target(
                                row.getLong("amount"),
                                DeadlineUnit.named(row.getString("unit")).orElseThrow()),
                        row.getString("calendar"),
                        row.getInt("warn_percent"),
                        row.getString("escalate_to"),
                        row.getBoolean("pausable")),
                DeadlineState.valueOf(row.getString("state")),
                instant(row, "started_at"),
                new Deadline.Reckoning(
                        instant(row, "due_at"),
                        row.getBoolean("provisional"),
                        instant(row, "at_risk_at"),
                        row.getString("not_computable")),
                instant(row, "ended_at"),
                pause(row));
    }

    private static List<Deadline.PausePeriod> pause(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null
                ? List.of()
                : List.of(new Deadline.PausePeriod(
                        PauseReason.valueOf(reason), instant(row, "from_at"), instant(row, "to_at")));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
