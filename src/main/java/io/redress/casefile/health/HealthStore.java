package io.redress.casefile.health;

import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.EntryTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables health_entry, health_case, health_reader and health_reading. */
@Repository
class HealthStore {

    private final JdbcClient jdbc;
    private final EntryTable entries;

    HealthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        entries = new EntryTable(jdbc, "health_entry");
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    /** The oldest first. */
    List<Entry> of(long complaintId) {
        return entries.of(complaintId);
    }

    Optional<Instant> keepUntil(long complaintId) {
        return jdbc.sql("select keep_until from health_case where complaint_id = :id")
                .param("id", complaintId)
                .query((row, index) -> instant(row, "keep_until"))
                .optional();
    }

    /** Under the lock of the case. */
    void keepUntil(long complaintId, Instant until) {
        boolean known = jdbc.sql("""
                                update health_case set keep_until = case when keep_until < :until then :until else keep_until end
                                where complaint_id = :id
                                """)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("id", complaintId)
                        .update()
                > 0;
        if (!known) {
            jdbc.sql("insert into health_case (complaint_id, keep_until) values (:id, :until)")
                    .param("id", complaintId)
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Under the lock of the case. */
    void open(long complaintId, String group) {
        if (!open(complaintId, List.of(group))) {
            jdbc.sql("insert into health_reader (complaint_id, group_id) values (:id, :group)")
                    .param("id", complaintId)
                    .param("group", group)
                    .update();
        }
    }

    /** Whether the case is open to one of the groups. */
    boolean open(long complaintId, Collection<String> groups) {
        return !groups.isEmpty()
                && jdbc.sql("select count(*) from health_reader where complaint_id = :id and group_id in (:groups)")
                                .param("id", complaintId)
                                .param("groups", groups)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Whether some case is. */
    boolean anyOpen(Collection<String> groups) {
        return !groups.isEmpty()
                && jdbc.sql("select count(*) from health_reader where group_id in (:groups)")
                                .param("groups", groups)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** The newest first. */
    List<Long> newest(int limit) {
        return jdbc.sql("select complaint_id from health_case order by complaint_id desc limit :limit")
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Those of them that are open to one of the groups. */
    List<Long> newest(Collection<String> groups, int limit) {
        return groups.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select complaint_id from health_case
                                where complaint_id in (select complaint_id from health_reader where group_id in (:groups))
                                order by complaint_id desc limit :limit
                                """)
                        .param("groups", groups)
                        .param("limit", limit)
                        .query(Long.class)
                        .list();
    }

    void add(long complaintId, Reading reading) {
        jdbc.sql("""
                        insert into health_reading (complaint_id, reader, read_at, door)
                        values (:id, :reader, :at, :door)
                        """)
                .param("id", complaintId)
                .param("reader", reading.reader())
                .param("at", reading.at().atOffset(ZoneOffset.UTC))
                .param("door", reading.door().code())
                .update();
    }

    /** The newest first. */
    List<Reading> readings(long complaintId, int limit) {
        return jdbc.sql("""
                        select reader, read_at, door from health_reading where complaint_id = :id
                        order by id desc limit :limit
                        """)
                .param("id", complaintId)
                .param("limit", limit)
                .query((row, index) -> new Reading(
                        row.getString("reader"),
                        instant(row, "read_at"),
                        Door.valueOf(row.getString("door").toUpperCase(Locale.ROOT))))
                .list();
    }

    /**
     * Closed cases whose time is over, the longest first.
     *
     * @param closed the latest moment at which such a case was closed
     */
    List<Long> overdue(Instant now, Instant closed, int limit) {
        return jdbc.sql("""
                        select health_case.complaint_id from health_case
                          join complaint on complaint.id = health_case.complaint_id
                        where health_case.keep_until <= :now and complaint.closed_at <= :closed
                        order by health_case.keep_until, health_case.complaint_id limit :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("closed", closed.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** All but who has read it. */
    void erase(long complaintId) {
        for (String table : List.of("health_entry", "health_reader", "health_case")) {
            jdbc.sql("delete from %s where complaint_id = :id".formatted(table))
                    .param("id", complaintId)
                    .update();
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
