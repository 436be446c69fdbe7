package io.redress.casefile.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables attachment and attachment_again. */
@Repository
class AttachmentStore {

    private static final String ATTACHMENT = """
            select attachment.*, again.process as again_process, again.step as again_step, again.task_id as again_task_id,
              again.attached_by as again_by, again.attached_at as again_at
            from attachment left join attachment_again again on again.attachment_id = attachment.id
            where %s order by attachment.attached_at, attachment.id, again.attached_at, again.task_id
            """;

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Attachment attachment) {
        jdbc.sql("""
                        insert into attachment (id, complaint_id, process, step, task_id, name, shows, type, bytes, sha256,
                          preview, attached_by, attached_at, health)
                        values (:id, :complaintId, :process, :step, :taskId, :name, :shows, :type, :bytes, :sha256,
                          :preview, :attachedBy, :attachedAt, :health)
                        """)
                .param("id", attachment.id())
                .param("complaintId", attachment.complaintId())
                .param("process", attachment.process())
                .param("step", attachment.step())
                .param("taskId", attachment.taskId())
                .param("name", attachment.name())
                .param("shows", attachment.shows())
                .param("type", attachment.type().name())
                .param("bytes", attachment.bytes())
                .param("sha256", attachment.sha256())
                .param("preview", attachment.preview())
                .param("attachedBy", attachment.attachedBy())
                .param("attachedAt", attachment.attachedAt().atOffset(ZoneOffset.UTC))
                .param("health", attachment.health())
                .update();
    }

    Optional<Attachment> find(String id) {
        return jdbc
                .sql(ATTACHMENT.formatted("attachment.id = :id"))
                .param("id", id)
                .query(AttachmentStore::attachments)
                .stream()
                .findFirst();
    }

    Optional<Attachment> same(long complaintId, String sha256) {
        return jdbc
                .sql(ATTACHMENT.formatted("complaint_id = :complaintId and sha256 = :sha256"))
                .param("complaintId", complaintId)
                .param("sha256", sha256)
                .query(AttachmentStore::attachments)
                .stream()
                .findFirst();
    }

    /** Those of a case, the oldest first. */
    List<Attachment> of(long complaintId) {
        return jdbc.sql(ATTACHMENT.formatted("complaint_id = :id"))
                .param("id", complaintId)
                .query(AttachmentStore::attachments);
    }

    boolean anyMadeAt(String taskId) {
        return jdbc.sql("""
                                select (select count(*) from attachment where task_id = :taskId)
                                  + (select count(*) from attachment_again where task_id = :taskId)
                                """).param("taskId", taskId).query(Integer.class).single() > 0;
    }

    Set<String> known(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from attachment where id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .set();
    }

    void addAgain(String id, Attachment.Again again) {
        jdbc.sql("""
                        insert into attachment_again (attachment_id, process, step, task_id, attached_by, attached_at)
                        values (:id, :process, :step, :taskId, :attachedBy, :attachedAt)
                        """)
                .param("id", id)
                .param("process", again.process())
                .param("step", again.step())
                .param("taskId", again.taskId())
                .param("attachedBy", again.attachedBy())
                .param("attachedAt", again.attachedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void removeAgain(String id, String taskId) {
        jdbc.sql("delete from attachment_again where attachment_id = :id and task_id = :taskId")
                .param("id", id)
                .param("taskId", taskId)
                .update();
    }

    /** Where it was attached first is where it was attached then. */
    void move(String id, Attachment.Again first) {
        jdbc.sql("""
                        update attachment set process = :process, step = :step, task_id = :taskId, attached_by = :attachedBy,
                          attached_at = :attachedAt
                        where id = :id
                        """)
                .param("process", first.process())
                .param("step", first.step())
                .param("taskId", first.taskId())
                .param("attachedBy", first.attachedBy())
                .param("attachedAt", first.attachedAt().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        removeAgain(id, first.taskId());
    }

    void remove(String id) {
        jdbc.sql("delete from attachment where id = :id").param("id", id).update();
    }

    void showsHealth(String id) {
        jdbc.sql("update attachment set health = true where id = :id")
                .param("id", id)
                .update();
    }

    /** The mark of the folder that belongs to this database; empty while there is none. */
    Optional<String> mark() {
        return jdbc.sql("select mark from attachment_folder where id = 1")
                .query(String.class)
                .optional();
    }

    void mark(String mark) {
        jdbc.sql("insert into attachment_folder (id, mark) values (1, :mark)")
                .param("mark", mark)
                .update();
    }

    /** Whoever else starts waits until this transaction ends. */
    void lockStart() {
        jdbc.sql("select id from start_up where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** Rows that differ only in where it was attached again are one. */
    private static List<Attachment> attachments(ResultSet row) throws SQLException {
        List<Attachment> found = new ArrayList<>();
        while (row.next()) {
            if (found.isEmpty() || !found.get(found.size() - 1).id().equals(row.getString("id"))) {
                found.add(attachment(row));
            }
            if (row.getString("again_task_id") != null) {
                found.get(found.size() - 1).again().add(again(row));
            }
        }
        return found;
    }

    private static Attachment.Again again(ResultSet row) throws SQLException {
        return new Attachment.Again(
                row.getString("again_process"),
                row.getString("again_step"),
                row.getString("again_task_id"),
                row.getString("again_by"),
                instant(row, "again_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getString("id"),
                row.getLong("complaint_id"),
                row.getString("process"),
                row.getString("step"),
                row.getString("task_id"),
                row.getString("name"),
                row.getString("shows"),
                FileType.valueOf(row.getString("type")),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getBoolean("preview"),
                row.getString("attached_by"),
                instant(row, "attached_at"),
                row.getBoolean("health"),
                new ArrayList<>());
    }
}
