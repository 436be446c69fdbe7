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

/** The tables of the clocks. */
@Repository
class ClockStore {

    private final JdbcClient jdbc;
    private final Complaints complaints;

    ClockStore(JdbcClient jdbc, Complaints complaints) {
        this.jdbc = jdbc;
        this.complaints = complaints;
    }

    List<CaseClock> of(long complaintId) {
        return clocks("where clock.complaint_id = :id", Map.of("id", complaintId));
    }

    /** The same, locked until the transaction ends: an act and a stage of one case take turns. */
    List<CaseClock> lock(long complaintId) {
        complaints.lock(Set.of(complaintId));
        return of(complaintId);
    }

    /** The cases that have an open clock. */
    List<Long> casesWithOpenClocks() {
        return jdbc.sql("select distinct complaint_id from clock where state in ('RUNNING', 'PAUSED')"
                        + " order by complaint_id")
                .query(Long.class)
                .list();
    }

    /** Clocks that run though they were due before that moment, or wait though their pause was over. */
    List<CaseClock> overlooked(Instant before) {
        return clocks(
                """
                        where clock.state = 'RUNNING' and clock.due_at < :before
                          or clock.ended_at is null and exists (
                            select 1 from clock_pause open
                            where open.clock_id = clock.id and open.to_at is null and open.reason in (:endingByThemselves)
                              and open.from_at < :pausedBefore)
                        """,
                Map.of(
                        "before",
                        time(before),
                        "pausedBefore",
                        time(before.minus(CaseClock.LONGEST_PAUSE)),
                        "endingByThemselves",
                        Stream.of(PauseReason.values())
                                .filter(PauseReason::endsByItself)
                                .map(PauseReason::name)
                                .toList()));
    }

    long insert(CaseClock clock) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into clock (complaint_id, kind, starts_with, name, amount, unit, calendar, warn_percent, escalate_to,
                          pausable, state, started_at, due_at, provisional, at_risk_at, not_computable)
                        values (:complaintId, :kind, :startsWith, :name, :amount, :unit, :calendar, :warnPercent, :escalateTo,
                          :pausable, :state, :startedAt, :dueAt, :provisional, :atRiskAt, :notComputable)
                        """)
                .param("complaintId", clock.complaintId())
                .param("kind", clock.kind())
                .param("startsWith", clock.startsWith())
                .param("name", clock.name())
                .param("amount", clock.target().amount())
                .param("unit", clock.target().unit().text())
                .param("calendar", clock.calendar())
                .param("warnPercent", clock.terms().warnPercent())
                .param("escalateTo", clock.escalateTo())
                .param("pausable", clock.pausable())
                .param("state", clock.state().name())
                .param("startedAt", time(clock.startedAt()))
                .param("dueAt", time(clock.dueAt()))
                .param("provisional", clock.provisional())
                .param("atRiskAt", time(clock.atRiskAt()))
                .param("notComputable", clock.notComputable())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    void update(CaseClock clock) {
        jdbc.sql("""
                        update clock set starts_with = :startsWith, amount = :amount, unit = :unit, calendar = :calendar,
                          warn_percent = :warnPercent, escalate_to = :escalateTo, pausable = :pausable, state = :state,
                          started_at = :startedAt, due_at = :dueAt, provisional = :provisional, at_risk_at = :atRiskAt, ended_at = :endedAt, not_computable = :notComputable
                        where id = :id
                        """)
                .param("startsWith", clock.startsWith())
                .param("amount", clock.target().amount())
                .param("unit", clock.target().unit().text())
                .param("calendar", clock.calendar())
                .param("warnPercent", clock.terms().warnPercent())
                .param("escalateTo", clock.escalateTo())
                .param("pausable", clock.pausable())
                .param("state", clock.state().name())
                .param("startedAt", time(clock.startedAt()))
                .param("dueAt", time(clock.dueAt()))
                .param("provisional", clock.provisional())
                .param("atRiskAt", time(clock.atRiskAt()))
                .param("endedAt", time(clock.endedAt()))
                .param("notComputable", clock.notComputable())
                .param("id", clock.id())
                .update();
    }

    void beginPause(long clockId, PauseReason reason, Instant from, String who) {
        jdbc.sql("insert into clock_pause (clock_id, reason, paused_by, from_at) values (:clock, :reason, :who, :from)")
                .param("clock", clockId)
                .param("reason", reason.name())
                .param("who", who)
                .param("from", time(from))
                .update();
    }

    void endPauses(long clockId, PauseReason reason, Instant to) {
        jdbc.sql("update clock_pause set to_at = :to where clock_id = :clock and reason = :reason and to_at is null")
                .param("to", time(to))
                .param("clock", clockId)
                .param("reason", reason.name())
                .update();
    }

    void event(long clockId, Instant at, String who, String what, Instant dueAt, String why) {
        jdbc.sql("""
                        insert into clock_event (clock_id, happened_at, who, what, due_at, why)
                        values (:clock, :at, :who, :what, :dueAt, :why)
                        """)
                .param("clock", clockId)
                .param("at", time(at))
                .param("who", who)
                .param("what", what)
                .param("dueAt", time(dueAt))
                .param("why", why)
                .update();
    }

    /** The stages that were recorded for this due value. */
    Set<Stage> stages(long clockId, Instant dueAt) {
        return jdbc.sql("select stage from clock_stage where clock_id = :clock and due_at = :dueAt")
                .param("clock", clockId)
                .param("dueAt", time(dueAt))
                .query((row, index) -> Stage.valueOf(row.getString("stage")))
                .set();
    }

    void stage(long clockId, Stage stage, Instant dueAt, Instant reachedAt, boolean fired) {
        jdbc.sql("""
                        insert into clock_stage (clock_id, stage, due_at, reached_at, fired)
                        values (:clock, :stage, :dueAt, :reachedAt, :fired)
                        """)
                .param("clock", clockId)
                .param("stage", stage.name())
                .param("dueAt", time(dueAt))
                .param("reachedAt", time(reachedAt))
                .param("fired", fired)
                .update();
    }

    /** A clock comes once for each of its pauses, and once where it has none. */
    private List<CaseClock> clocks(String where, Map<String, ?> parameters) {
        Map<Long, CaseClock> clocks = new LinkedHashMap<>();
        jdbc.sql("""
                        select clock.*, pause.reason, pause.from_at, pause.to_at
                        from clock left join clock_pause pause on pause.clock_id = clock.id
                        """ + where + " order by clock.id, pause.from_at, pause.id")
                .params(parameters)
                .query(row -> {
                    CaseClock clock = clock(row);
                    clocks.merge(clock.id(), clock, ClockStore::withPausesOf);
                });
        return List.copyOf(clocks.values());
    }

    private static CaseClock withPausesOf(CaseClock clock, CaseClock next) {
        return clock.withPauses(
                Stream.concat(clock.pauses().stream(), next.pauses().stream()).toList());
    }

    private static CaseClock clock(ResultSet row) throws SQLException {
        return new CaseClock(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getString("kind"),
                row.getString("starts_with"),
                row.getString("name"),
                new CaseClock.Terms(
                        new Target(
                                row.getLong("amount"),
                                DeadlineUnit.named(row.getString("unit")).orElseThrow()),
                        row.getString("calendar"),
                        row.getInt("warn_percent"),
                        row.getString("escalate_to"),
                        row.getBoolean("pausable")),
                ClockState.valueOf(row.getString("state")),
                instant(row, "started_at"),
                new CaseClock.Reckoning(
                        instant(row, "due_at"),
                        row.getBoolean("provisional"),
                        instant(row, "at_risk_at"),
                        row.getString("not_computable")),
                instant(row, "ended_at"),
                pause(row));
    }

    private static List<CaseClock.ClockPause> pause(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null
                ? List.of()
                : List.of(new CaseClock.ClockPause(
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
