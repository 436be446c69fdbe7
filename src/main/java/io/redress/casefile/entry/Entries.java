package io.redress.casefile.entry;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table entry: append only. What is said of anybody's health is not in it. */
@Repository
public class Entries {

    private final EntryTable table;

    Entries(JdbcClient jdbc) {
        table = new EntryTable(jdbc, "entry");
    }

    /**
     * Appends an entry.
     *
     * @throws org.springframework.dao.DuplicateKeyException when that task has an entry already
     */
    public void add(Entry entry) {
        table.add(entry);
    }

    /** What was said last in that field; empty where no form of the case has asked for it, or all left it open. */
    public <T> Optional<T> newest(long complaintId, FormField<T> field) {
        return of(complaintId).stream()
                .flatMap(entry -> field.find(entry).stream())
                .reduce((earlier, later) -> later);
    }

    /** The entries of a case, the oldest first. */
    public List<Entry> of(long complaintId) {
        return table.of(complaintId);
    }
}
