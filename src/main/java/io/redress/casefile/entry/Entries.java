package io.redress.casefile.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table entry: append only. */
@Repository
public class Entries {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectWriter WRITER = JSON.writer();
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<Map<String, Object>>() {});

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Appends an entry.
     *
     * @throws org.springframework.dao.DuplicateKeyException when that task has an entry already
     */
    public void add(Entry entry) {
        jdbc.sql("""
                        insert into entry (complaint_id, process, process_instance_id, step, task_id, form, form_version,
                          submitted_by, submitted_at, fields)
                        values (:complaintId, :process, :processInstanceId, :step, :taskId, :form, :formVersion,
                          :submittedBy, :submittedAt, :fields)
                        """)
                .param("complaintId", entry.complaintId())
                .param("process", entry.process())
                .param("processInstanceId", entry.processInstanceId())
                .param("step", entry.step())
                .param("taskId", entry.taskId())
                .param("form", entry.form())
                .param("formVersion", entry.formVersion())
                .param("submittedBy", entry.submittedBy())
                .param("submittedAt", entry.submittedAt().atOffset(ZoneOffset.UTC))
                .param("fields", write(entry.fields()))
                .update();
    }

    /** What was said last in that field; empty where no form of the case has asked for it, or all left it open. */
    public <T> Optional<T> newest(long complaintId, FormField<T> field) {
        return of(complaintId).stream()
                .flatMap(entry -> field.find(entry).stream())
                .reduce((earlier, later) -> later);
    }

    /** The entries of a case, the oldest first. */
    public List<Entry> of(long complaintId) {
        return jdbc.sql("select * from entry where complaint_id = :id order by id")
                .param("id", complaintId)
                .query(Entries::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("complaint_id"),
                row.getString("process"),
                row.getString("process_instance_id"),
                row.getString("step"),
                row.getString("task_id"),
                row.getString("form"),
                row.getInt("form_version"),
                row.getString("submitted_by"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                read(row.getString("fields")));
    }

    private static String write(Map<String, Object> fields) {
        try {
            return WRITER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(String fields) {
        try {
            Map<String, Object> read = READER.readValue(fields);
            // A whole number is the number that was submitted, too.
            read.replaceAll((key, value) ->
                    value instanceof Integer || value instanceof Long ? new BigDecimal(value.toString()) : value);
            return read;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
