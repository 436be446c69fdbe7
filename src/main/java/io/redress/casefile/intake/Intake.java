package io.redress.casefile.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.casefile.complaint.Complaint;
import io.redress.language.Sentences;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Complaints posted by programs: each once, however often it is sent. */
@Service
public class Intake {

    /** How long a key is remembered. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    /** The same fields make the same text, in whatever order they were written. */
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Registrar registrar;
    private final IntakeKeys keys;
    private final TransactionTemplate transaction;
    private final Sentences sentences;
    private final Clock clock;

    Intake(Registrar registrar, IntakeKeys keys, TransactionTemplate transaction, Sentences sentences, Clock clock) {
        this.registrar = registrar;
        this.keys = keys;
        this.transaction = transaction;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * Registers what is posted, or says again what was said the first time. A refused post leaves its key free.
     *
     * @param login whose keys they are
     * @param key made up by the program, one for each complaint
     * @throws KeyTaken when something else was posted under the key in the last thirty days
     * @throws io.redress.form.InvalidSubmission with every field that is not as the form asks
     * @throws io.redress.casefile.complaint.RefusedRegistration when it can't become a case
     */
    public Receipt post(String login, String key, ObjectNode complaint) {
        Map<String, Object> fields = CANONICAL.convertValue(complaint, FIELDS);
        String hash = hash(fields);
        return keys.find(login, key)
                .map(earlier -> again(earlier, hash))
                .orElseGet(() -> first(login, key, hash, fields));
    }

    private Receipt first(String login, String key, String hash, Map<String, Object> fields) {
        // Nobody has to look after the table: each new key makes room.
        keys.forget(clock.instant().minus(REMEMBERED));
        try {
            return transaction.execute(status -> {
                keys.take(login, key, hash, clock.instant());
                Complaint complaint = registrar.register(fields);
                Receipt receipt = new Receipt(complaint.number(), complaint.receivedAt());
                keys.answer(login, key, receipt);
                return receipt;
            });
        } catch (DuplicateKeyException twin) {
            // Asked in a new transaction: on PostgreSQL the failed one can't even read.
            return again(keys.find(login, key).orElseThrow(() -> twin), hash);
        }
    }

    private Receipt again(IntakeKeys.Answered earlier, String hash) {
        if (!earlier.hash().equals(hash)) {
            throw new KeyTaken(sentences.say("intake.key-taken"));
        }
        return earlier.receipt();
    }

    private static String hash(Map<String, Object> fields) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(fields));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
