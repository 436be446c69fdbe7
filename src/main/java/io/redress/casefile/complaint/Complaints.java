package io.redress.casefile.complaint;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables complaint and customer. */
@Repository
public class Complaints {

    private static final String COMPLAINT =
            "select id, number, state, site, category, injury, media, severity, complexity, route, received_at, registered_at, registered_by, ending, closed_at, health from complaint";

    private static final String FOUND = """
            select complaint.*, customer.name as customer_name
            from complaint join customer on customer.id = complaint.customer_id
            where %s order by complaint.id desc limit :limit
            """;

    private final JdbcClient jdbc;

    Complaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Complaint> find(long id) {
        return jdbc.sql(COMPLAINT + " where id = :id")
                .param("id", id)
                .query(Complaints::complaint)
                .optional();
    }

    public Optional<Complaint> find(String number) {
        return jdbc.sql(COMPLAINT + " where number = :number")
                .param("number", number)
                .query(Complaints::complaint)
                .optional();
    }

    /** Those cases, in no order. */
    public List<Complaint> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(COMPLAINT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(Complaints::complaint)
                        .list();
    }

    /** The newest first. */
    public List<Complaint> newest(int limit) {
        return jdbc.sql(COMPLAINT + " order by id desc limit :limit")
                .param("limit", limit)
                .query(Complaints::complaint)
                .list();
    }

    /**
     * The cases that have the words as their number or the same phone number; where there is none, those with a customer
     * whose name holds them. The newest first.
     */
    public List<SearchHit> search(String words, int limit) {
        List<SearchHit> exactly = found(
                jdbc.sql(FOUND.formatted("""
                                complaint.id in (
                                  select id from complaint where number = :number
                                  union
                                  select complaint.id from complaint join customer on customer.id = complaint.customer_id
                                  where customer.phone_digits = :phone)
                                """))
                        .param(
                                "number",
                                Normalizer.normalize(words, Normalizer.Form.NFKC)
                                        .toUpperCase(Locale.ROOT))
                        .param("phone", PhoneDigits.of(words), Types.VARCHAR),
                limit);
        return exactly.isEmpty()
                ? found(
                        jdbc.sql(FOUND.formatted("lower(customer.name) like :name escape '!'"))
                                .param(
                                        "name",
                                        "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%"),
                        limit)
                : exactly;
    }

    private static List<SearchHit> found(JdbcClient.StatementSpec search, int limit) {
        return search.param("limit", limit)
                .query((row, index) -> new SearchHit(complaint(row, index), row.getString("customer_name")))
                .list();
    }

    /** The typed core of a case by form key, as forms show it; empty fields are left out. */
    public Map<String, Object> core(long id) {
        String columns = Arrays.stream(CoreField.values())
                .map(field -> field.table() + "." + field.column() + " as " + field.name())
                .collect(joining(", "));
        return jdbc.sql("select complaint.number, " + columns
                        + " from complaint join customer on customer.id = complaint.customer_id"
                        + " where complaint.id = :id")
                .param("id", id)
                .query((row, index) -> {
                    Map<String, Object> core = new LinkedHashMap<>();
                    core.put("number", row.getString("number"));
                    for (CoreField field : CoreField.values()) {
                        Object value = field.toForm(value(row, field));
                        if (value != null) {
                            core.put(field.key(), value);
                        }
                    }
                    return core;
                })
                .single();
    }

    /** Whether a contact is known. */
    public boolean reachable(long id) {
        return reachable(core(id));
    }

    /** Whether the record is to be read back to the customer, who can be reached and did not write it. */
    public boolean toConfirm(long id) {
        Map<String, Object> core = core(id);
        return reachable(core) && !Boolean.TRUE.equals(core.get(CoreField.WRITTEN_BY_CUSTOMER.key()));
    }

    private static boolean reachable(Map<String, Object> core) {
        return core.get(CoreField.PHONE.key()) != null || core.get(CoreField.EMAIL.key()) != null;
    }

    /** Takes into the typed core what a form says of it; other keys are passed over. */
    public void update(long id, Map<String, Object> fields) {
        update("complaint", "id = :id", id, fields);
        update("customer", "id = (select customer_id from complaint where id = :id)", id, fields);
    }

    /** The group whose case it is. */
    public String ownerGroup(long id) {
        return jdbc.sql("select owner_group from complaint where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** How far the case has come; a closed one stays closed. */
    public void move(long id, State state) {
        jdbc.sql("update complaint set state = :state where id = :id and state <> :closed")
                .param("state", state.name())
                .param("closed", State.CLOSED.name())
                .param("id", id)
                .update();
    }

    /** What triage says of a case. */
    public void triaged(long id, String severity, String complexity, String route, String ownerGroup) {
        jdbc.sql("""
                        update complaint
                        set severity = :severity, complexity = :complexity, route = :route, owner_group = :ownerGroup
                        where id = :id
                        """)
                .param("severity", severity)
                .param("complexity", complexity)
                .param("route", route)
                .param("ownerGroup", ownerGroup)
                .param("id", id)
                .update();
    }

    /**
     * A case still in hand that this one may repeat: the same contact or the same receipt or order, received since then, nobody hurt
     * in either, and not one that this case is linked to already: what they have to do with each other is known.
     */
    public Optional<Complaint> earlier(long id, Instant since) {
        return jdbc.sql(COMPLAINT + """
                         where id = (
                          select max(other.id) from complaint other
                            join customer on customer.id = other.customer_id, complaint this
                            join customer caller on caller.id = this.customer_id
                          where this.id = :id and other.id < this.id and other.received_at >= :since
                            and other.state not in (:settled, :closed) and other.ending is null
                            and not other.injury and not this.injury
                            and (customer.phone_digits = caller.phone_digits or customer.email = caller.email
                              or other.order_number = this.order_number and other.site = this.site)
                            and not exists (select 1 from complaint_link link
                              where link.complaint_id = this.id and link.linked_id = other.id))
                        """)
                .param("id", id)
                .param("closed", State.CLOSED.name())
                .param("settled", State.SETTLED.name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Complaints::complaint)
                .optional();
    }

    /**
     * Other cases of the same phone or e-mail.
     *
     * @param newest the newest first
     * @param all how many there are, also those that are not among them
     */
    public record OfTheCustomer(List<Complaint> newest, int all) {}

    public OfTheCustomer ofTheCustomer(long id, int limit) {
        int[] all = new int[1];
        List<Complaint> newest = jdbc.sql(COMPLAINT.replace(" from ", ", count(*) over () as found from ") + """
                         where id <> :id and customer_id in (
                          select other.id from complaint this join customer caller on caller.id = this.customer_id
                            join customer other on other.phone_digits = caller.phone_digits where this.id = :id
                          union
                          select other.id from complaint this join customer caller on caller.id = this.customer_id
                            join customer other on other.email = caller.email where this.id = :id)
                        order by id desc limit :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query((row, index) -> {
                    all[0] = row.getInt("found");
                    return complaint(row, index);
                })
                .list();
        return new OfTheCustomer(newest, all[0]);
    }

    /** How the case ended, by the word that the list of endings has for it; the last word counts. */
    public void end(long id, String ending) {
        jdbc.sql("update complaint set ending = :ending where id = :id")
                .param("ending", ending)
                .param("id", id)
                .update();
    }

    /**
     * Makes whoever else locks one of the cases wait until this transaction ends; asked again in the same transaction, it has
     * them. It is the one lock of a case, and taken before anything else of it is written: of two locks, two steps could each
     * hold one. Entries can still be added meanwhile: an update that changes nothing asks for less than {@code for update} does.
     */
    public void lock(Collection<Long> ids) {
        Set<Long> held = Locks.held();
        // In one order, so that two who lock the same cases can't wait for each other.
        ids.stream()
                .sorted()
                .filter(id -> !held.contains(id))
                .forEach(id -> jdbc.sql("update complaint set state = state where id = :id")
                        .param("id", id)
                        .update());
        held.addAll(ids);
    }

    /** The dossier is complete: the case is closed and locked. Done twice, it stays as it was closed first. */
    public void close(long id, Instant now) {
        jdbc.sql("update complaint set state = :closed, closed_at = :now where id = :id and state <> :closed")
                .param("closed", State.CLOSED.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Whether health data of the case is kept apart. */
    public void keepsHealth(long id, boolean health) {
        jdbc.sql("update complaint set health = :health where id = :id")
                .param("health", health)
                .param("id", id)
                .update();
    }

    long insert(String number, Map<String, Object> fields, Instant now, String registeredBy) {
        Map<String, Object> customer = columns("customer", fields);
        putDigits(customer);
        customer.put("created_at", now.atOffset(ZoneOffset.UTC));
        Map<String, Object> complaint = columns("complaint", fields);
        complaint.put("number", number);
        complaint.put("state", State.OPEN.name());
        complaint.put("customer_id", insert("customer", customer));
        complaint.put("registered_at", now.atOffset(ZoneOffset.UTC));
        complaint.put("registered_by", registeredBy);
        return insert("complaint", complaint);
    }

    /** Every column of the table, also those that the form left out: flags have no null. */
    private static Map<String, Object> columns(String table, Map<String, Object> fields) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (CoreField field : CoreField.values()) {
            if (field.table().equals(table)) {
                columns.put(field.column(), field.toColumn(fields.get(field.key())));
            }
        }
        return columns;
    }

    /** A phone is found by its digits. */
    private static void putDigits(Map<String, Object> columns) {
        String phone = CoreField.PHONE.column();
        if (columns.containsKey(phone)) {
            columns.put("phone_digits", PhoneDigits.of((String) columns.get(phone)));
        }
    }

    private long insert(String table, Map<String, Object> columns) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into %s (%s) values (%s)"
                        .formatted(
                                table,
                                String.join(", ", columns.keySet()),
                                columns.keySet().stream().map(":"::concat).collect(joining(", "))))
                .params(columns)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private void update(String table, String where, long id, Map<String, Object> fields) {
        Map<String, Object> columns = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            CoreField field = CoreField.of(key);
            if (field != null && field.table().equals(table)) {
                columns.put(field.column(), field.toColumn(value));
            }
        });
        if (columns.isEmpty()) {
            return;
        }
        putDigits(columns);
        String set = columns.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(joining(", "));
        jdbc.sql("update %s set %s where %s".formatted(table, set, where))
                .params(columns)
                .param("id", id)
                .update();
    }

    private static Object value(ResultSet row, CoreField field) throws SQLException {
        return field == CoreField.RECEIVED_AT
                ? row.getObject(field.name(), OffsetDateTime.class)
                : row.getObject(field.name());
    }

    private static Complaint complaint(ResultSet row, int index) throws SQLException {
        return new Complaint(
                row.getLong("id"),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getString("site"),
                row.getString("category"),
                row.getBoolean("injury"),
                row.getBoolean("media"),
                row.getString("severity"),
                row.getString("complexity"),
                row.getString("route"),
                instant(row, "received_at"),
                instant(row, "registered_at"),
                row.getString("registered_by"),
                row.getString("ending"),
                instant(row, "closed_at"),
                row.getBoolean("health"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
