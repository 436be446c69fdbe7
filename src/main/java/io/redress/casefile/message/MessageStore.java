package io.redress.casefile.message;

import io.redress.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table message. */
@Repository
class MessageStore {

    private static final String CUSTOMER = "customer";
    private static final String GROUP = "group";

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a message that is yet to be delivered; its id is given here. */
    Message add(Message message) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into message (complaint_id, recipient, recipient_group, address, channel, language, template,
                          subject, text, state, attempts, created_at)
                        values (:complaintId, :recipient, :group, :address, :channel, :language, :template,
                          :subject, :text, :state, 0, :createdAt)
                        """)
                .param("complaintId", message.complaintId())
                .param("recipient", message.toGroup() ? GROUP : CUSTOMER)
                .param("group", message.group())
                .param("address", message.address())
                .param("channel", message.channel().code())
                .param("language", message.language().code())
                .param("template", message.template())
                .param("subject", message.subject())
                .param("text", message.text())
                .param("state", message.state().name())
                .param("createdAt", message.createdAt().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return find(key.getKeyAs(Long.class)).orElseThrow();
    }

    Optional<Message> find(long id) {
        return jdbc.sql("select * from message where id = :id")
                .param("id", id)
                .query(MessageStore::message)
                .optional();
    }

    /** The messages of a case, the oldest first. */
    List<Message> of(long complaintId) {
        return jdbc.sql("select * from message where complaint_id = :id order by id")
                .param("id", complaintId)
                .query(MessageStore::message)
                .list();
    }

    void tried(long id) {
        jdbc.sql("update message set attempts = attempts + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** @param by null when it was not delivered */
    void ended(long id, Outcome outcome, Instant at, String by) {
        boolean delivered = outcome.state() == Message.State.DELIVERED;
        jdbc.sql("""
                        update message set state = :state, outcome = :outcome, delivered_at = :at, delivered_by = :by
                        where id = :id
                        """)
                .param("state", outcome.state().name())
                .param("outcome", outcome.code())
                .param("at", delivered ? at.atOffset(ZoneOffset.UTC) : null)
                .param("by", delivered ? by : null)
                .param("id", id)
                .update();
    }

    private static Message message(ResultSet row, int index) throws SQLException {
        OffsetDateTime deliveredAt = row.getObject("delivered_at", OffsetDateTime.class);
        return new Message(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getString("recipient_group"),
                row.getString("address"),
                Channel.of(row.getString("channel")),
                Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
                row.getString("template"),
                row.getString("subject"),
                row.getString("text"),
                Message.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                deliveredAt == null ? null : deliveredAt.toInstant(),
                row.getString("delivered_by"),
                row.getString("outcome"));
    }
}
