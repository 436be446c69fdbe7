package io.redress.casefile.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table paper. */
@Repository
class PaperStore {

    private static final String PAPER = """
            select id, complaint_id, kind, subject, number, revision, language, template_version, content_version, sha256, pages,
              holders, identity_data, health, printed_at, printed_by, awaits_signature, signed_by_attachment
            from paper
            """;

    /** Names of people and groups stand on one line each. */
    private static final String LINE_END = "\n";

    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a paper with its PDF; its id is given here. */
    Paper add(Paper paper, byte[] pdf) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into paper (complaint_id, kind, subject, number, revision, language, template_version,
                          content_version, sha256, pages, holders, identity_data, health, printed_at, printed_by, awaits_signature,
                          pdf)
                        values (:complaintId, :kind, :subject, :number, :revision, :language, :templateVersion,
                          :contentVersion, :sha256, :pages, :holders, :identity, :health, :printedAt, :printedBy, :awaitsSignature,
                          :pdf)
                        """)
                .param("complaintId", paper.complaintId())
                .param("kind", paper.kind())
                .param("subject", paper.subject())
                .param("number", paper.number())
                .param("revision", paper.revision())
                .param("language", paper.language())
                .param("templateVersion", paper.templateVersion())
                .param("contentVersion", paper.contentVersion())
                .param("sha256", paper.sha256())
                .param("pages", paper.pages())
                .param("holders", String.join(LINE_END, paper.holders()))
                .param("identity", paper.identity())
                .param("health", paper.health())
                .param("printedAt", paper.printedAt().atOffset(ZoneOffset.UTC))
                .param("printedBy", paper.printedBy())
                .param("awaitsSignature", paper.awaitsSignature())
                .param("pdf", pdf)
                .update(key, "id");
        return find(key.getKeyAs(Long.class)).orElseThrow();
    }

    Optional<Paper> find(long id) {
        return jdbc.sql(PAPER + " where id = :id")
                .param("id", id)
                .query(PaperStore::paper)
                .optional();
    }

    /** The papers of a case, the oldest first. */
    List<Paper> of(long complaintId) {
        return jdbc.sql(PAPER + " where complaint_id = :id order by id")
                .param("id", complaintId)
                .query(PaperStore::paper)
                .list();
    }

    Optional<byte[]> pdf(long id) {
        return jdbc.sql("select pdf from paper where id = :id")
                .param("id", id)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    void signed(long id, String attachmentId) {
        jdbc.sql("update paper set signed_by_attachment = :attachment where id = :id")
                .param("attachment", attachmentId)
                .param("id", id)
                .update();
    }

    void eraseHealth(long complaintId) {
        jdbc.sql("delete from paper where complaint_id = :id and health")
                .param("id", complaintId)
                .update();
    }

    private static Paper paper(ResultSet row, int index) throws SQLException {
        return new Paper(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("number"),
                row.getInt("revision"),
                row.getString("language"),
                row.getString("template_version"),
                row.getString("content_version"),
                row.getString("sha256"),
                row.getInt("pages"),
                List.of(row.getString("holders").split(LINE_END)),
                row.getBoolean("identity_data"),
                row.getBoolean("health"),
                row.getObject("printed_at", OffsetDateTime.class).toInstant(),
                row.getString("printed_by"),
                row.getBoolean("awaits_signature"),
                row.getString("signed_by_attachment"));
    }
}
