package io.redress.casefile.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table intake_key: which complaint was posted under which key. */
@Repository
class IntakeKeys {

    private final JdbcClient jdbc;

    IntakeKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post that was answered. */
    record Answered(String hash, Receipt receipt) {}

    Optional<Answered> find(String login, String key) {
        return jdbc.sql("select hash, number, received_at from intake_key where login = :login and post_key = :key")
                .param("login", login)
                .param("key", key)
                .query((row, index) -> new Answered(
                        row.getString("hash"),
                        new Receipt(
                                row.getString("number"),
                                row.getObject("received_at", OffsetDateTime.class)
                                        .toInstant())))
                .optional();
    }

    /**
     * Takes a key; a twin that takes it at the same moment waits until this transaction has ended.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it is taken
     */
    void take(String login, String key, String hash, Instant now) {
        jdbc.sql("insert into intake_key (login, post_key, hash, posted_at) values (:login, :key, :hash, :now)")
                .param("login", login)
                .param("key", key)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void answer(String login, String key, Receipt receipt) {
        jdbc.sql("""
                        update intake_key set number = :number, received_at = :receivedAt
                        where login = :login and post_key = :key
                        """)
                .param("number", receipt.number())
                .param("receivedAt", receipt.receivedAt().atOffset(ZoneOffset.UTC))
                .param("login", login)
                .param("key", key)
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from intake_key where posted_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
