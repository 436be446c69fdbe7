package io.redress.engine.deadline;

import io.redress.engine.message.DeliveryVariables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table overdue_task: which overdue tasks have been told, each once for each due date. */
@Repository
class ToldTasks {

    private static final String GONE =
            "not exists (select 1 from act_ru_task task where task.id_ = overdue_task.task_id)";

    private final JdbcClient jdbc;

    ToldTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task that is overdue.
     *
     * @param definition the engine's id of its diagram
     * @param step its id in the diagram
     */
    record Overdue(String id, Instant dueAt, long complaintId, String definition, String step) {}

    /** @param incident what shows it to an admin; null where nothing does */
    record Told(String id, Instant dueAt, long complaintId, String incident) {}

    /**
     * The overdue tasks of open cases that have not been told for the due date that they have, in its order, by the engine's index on
     * it. Messages that wait to be read are left out: they are what tells, and telling of them would have no end.
     *
     * @param after the last of those before; null for the first
     */
    List<Overdue> untold(Instant now, Overdue after, int most) {
        return jdbc.sql("""
                        select task.id_, task.due_date_, complaint.id, task.proc_def_id_, task.task_def_key_ from act_ru_task task
                          join act_ru_execution process on process.id_ = task.proc_inst_id_
                          join complaint on complaint.number = process.business_key_
                        where task.due_date_ < :now and (task.due_date_, task.id_) > (:dueAfter, :idAfter)
                          and complaint.state <> 'CLOSED'
                          and not exists (select 1 from overdue_task told
                            where told.task_id = task.id_ and told.due_at = task.due_date_)
                          and not exists (select 1 from act_ru_variable readers
                            where readers.proc_inst_id_ = task.proc_inst_id_ and readers.name_ = :readers
                              and readers.text_ is not null)
                        order by task.due_date_, task.id_ fetch first :most rows only
                        """)
                .param("now", Timestamp.from(now))
                .param("dueAfter", Timestamp.from(after == null ? Instant.EPOCH : after.dueAt()), Types.TIMESTAMP)
                .param("idAfter", after == null ? "" : after.id())
                .param("readers", DeliveryVariables.READERS.name())
                .param("most", most)
                .query((row, index) -> new Overdue(
                        row.getString("id_"),
                        row.getTimestamp("due_date_").toInstant(),
                        row.getLong("id"),
                        row.getString("proc_def_id_"),
                        row.getString("task_def_key_")))
                .list();
    }

    boolean told(Overdue task) {
        return jdbc.sql("select count(*) from overdue_task where task_id = :id and due_at = :dueAt")
                        .param("id", task.id())
                        .param("dueAt", Timestamp.from(task.dueAt()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * @param remindAt null where nobody is to be reminded
     * @throws org.springframework.dao.DuplicateKeyException when it has been told
     */
    void add(Overdue task, Instant now, Instant remindAt) {
        jdbc.sql("""
                        insert into overdue_task (task_id, due_at, complaint_id, told_at, remind_at)
                        values (:id, :dueAt, :complaintId, :now, :remindAt)
                        """)
                .param("id", task.id())
                .param("dueAt", Timestamp.from(task.dueAt()))
                .param("complaintId", task.complaintId())
                .param("now", Timestamp.from(now))
                .param("remindAt", time(remindAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Those of which somebody is to be reminded, the longest awaited first. */
    List<Told> toRemind(Instant now, int most) {
        return jdbc.sql("""
                        select task_id, due_at, complaint_id, incident_id from overdue_task where remind_at <= :now
                        order by remind_at, task_id fetch first :most rows only
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(ToldTasks::row)
                .list();
    }

    /**
     * Sets when the next reminder comes, if this one is still to come.
     *
     * @param next null where there is none
     */
    boolean remind(Told task, Instant now, Instant next) {
        return jdbc.sql("""
                                update overdue_task set remind_at = :next
                                where task_id = :id and due_at = :dueAt and remind_at <= :now
                                """)
                        .param("next", time(next), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", task.id())
                        .param("dueAt", Timestamp.from(task.dueAt()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void shown(Told task, String incident) {
        jdbc.sql("update overdue_task set incident_id = :incident where task_id = :id and due_at = :dueAt")
                .param("incident", incident)
                .param("id", task.id())
                .param("dueAt", Timestamp.from(task.dueAt()))
                .update();
    }

    /** Those that are shown to an admin though the task is done, or gone with its case. */
    List<Told> shownThoughGone() {
        return jdbc.sql(
                        "select task_id, due_at, complaint_id, incident_id from overdue_task where incident_id is not null and "
                                + GONE)
                .query(ToldTasks::row)
                .list();
    }

    void delete(Told task) {
        jdbc.sql("delete from overdue_task where task_id = :id and due_at = :dueAt")
                .param("id", task.id())
                .param("dueAt", Timestamp.from(task.dueAt()))
                .update();
    }

    /** The id of a task that is gone never comes back. */
    void deleteGone() {
        jdbc.sql("delete from overdue_task where incident_id is null and " + GONE)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Told row(ResultSet row, int index) throws SQLException {
        return new Told(
                row.getString("task_id"),
                row.getTimestamp("due_at").toInstant(),
                row.getLong("complaint_id"),
                row.getString("incident_id"));
    }
}
