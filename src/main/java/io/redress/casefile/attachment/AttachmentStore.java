package io.redress.casefile.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table attachment. */
@Repository
class AttachmentStore {

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Attachment attachment) {
        jdbc.sql("""
                        insert into attachment (id, complaint_id, process, step, task_id, name, shows, type, bytes, sha256,
                          preview, attached_by, attached_at)
                        values (:id, :complaintId, :process, :step, :taskId, :name, :shows, :type, :bytes, :sha256,
                          :preview, :attachedBy, :attachedAt)
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
                .update();
    }

    Optional<Attachment> find(String id) {
        return jdbc.sql("select * from attachment where id = :id")
                .param("id", id)
                .query(AttachmentStore::attachment)
                .optional();
    }

    Optional<Attachment> same(long complaintId, String sha256) {
        return jdbc.sql("select * from attachment where complaint_id = :complaintId and sha256 = :sha256")
                .param("complaintId", complaintId)
                .param("sha256", sha256)
                .query(AttachmentStore::attachment)
                .optional();
    }

    /** Those of a case, the oldest first. */
    List<Attachment> of(long complaintId) {
        return jdbc.sql("select * from attachment where complaint_id = :id order by attached_at, id")
                .param("id", complaintId)
                .query(AttachmentStore::attachment)
                .list();
    }

    boolean anyMadeAt(String taskId) {
        return jdbc.sql("select count(*) from attachment where task_id = :taskId")
                        .param("taskId", taskId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Set<String> known(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from attachment where id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .set();
    }

    void remove(String id) {
        jdbc.sql("delete from attachment where id = :id").param("id", id).update();
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

    private static Attachment attachment(ResultSet row, int index) throws SQLException {
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
                row.getObject("attached_at", OffsetDateTime.class).toInstant());
    }
}
