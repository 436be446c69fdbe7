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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of entries: append only. */
public final class EntryTable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectWriter WRITER = JSON.writer();
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<Map<String, Object>>() {});

    private final JdbcClient jdbc;
    private final String table;

    public EntryTable(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /**
     * Appends an entry.
     *
     * @throws org.springframework.dao.DuplicateKeyException when that task has an entry already
     */
    public void add(Entry entry) {
        jdbc.sql("""
                        insert into %s (complaint_id, process, process_instance_id, step, task_id, form, form_version,
                          submitted_by, submitted_at, fields)
                        values (:complaintId, :process, :processInstanceId, :step, :taskId, :form, :formVersion,
                          :submittedBy, :submittedAt, :fields)
                        """.formatted(table))
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

    /** The entries of a case, the oldest first. */
    public List<Entry> of(long complaintId) {
        return jdbc.sql("select * from %s where complaint_id = :id order by id".formatted(table))
                .param("id", complaintId)
                .query(EntryTable::entry)
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
