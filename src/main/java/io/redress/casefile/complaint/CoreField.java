package io.redress.casefile.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The typed core of a case: the fields that have a column of their own, by the key that forms and the intake API use
 * (papers, "Start form and API keys"). Whatever else a form asks is kept in its entry.
 */
public enum CoreField {
    CUSTOMER_NAME("customerName", "customer", "name", Kind.TEXT),
    PHONE("phone", "customer", "phone", Kind.TEXT),
    EMAIL("email", "customer", "email", Kind.TEXT),
    SITE("site", "complaint", "site", Kind.TEXT),
    LOCAL_OFFICE("localOffice", "complaint", "local_office", Kind.TEXT),
    CHANNEL("channel", "complaint", "channel", Kind.TEXT),
    CATEGORY("category", "complaint", "category", Kind.TEXT),
    DESCRIPTION("description", "complaint", "description", Kind.TEXT),
    REASON("reason", "complaint", "reason", Kind.TEXT),
    EXPECTATION("expectation", "complaint", "expectation", Kind.TEXT),
    PRODUCT("product", "complaint", "product", Kind.TEXT),
    MODEL("model", "complaint", "model", Kind.TEXT),
    BOUGHT_ON("boughtOn", "complaint", "bought_on", Kind.DATE),
    ORDER_NUMBER("orderNumber", "complaint", "order_number", Kind.TEXT),
    AMOUNT_CLAIMED("amountClaimed", "complaint", "amount_claimed", Kind.MONEY),
    INJURY("injury", "complaint", "injury", Kind.FLAG),
    MEDIA("media", "complaint", "media", Kind.FLAG),
    URGENT("urgent", "complaint", "urgent", Kind.FLAG),
    WRITTEN_BY_CUSTOMER("writtenByCustomer", "complaint", "written_by_customer", Kind.FLAG),
    COMPLAINED_ABOUT("complainedAbout", "complaint", "complained_about", Kind.TEXT),
    EVIDENCE("evidence", "complaint", "evidence", Kind.TEXT),
    RECEIVED_AT("receivedAt", "complaint", "received_at", Kind.INSTANT);

    /** How a value stands in a form and how in its column. */
    private enum Kind {
        TEXT(value -> value, value -> value),
        DATE(value -> value == null ? null : LocalDate.parse((String) value), value -> String.valueOf(value)),
        INSTANT(
                value -> value == null
                        ? null
                        : OffsetDateTime.parse((String) value).withOffsetSameInstant(ZoneOffset.UTC),
                value -> ((OffsetDateTime) value).toInstant().toString()),
        MONEY(value -> value, value -> ((BigDecimal) value).stripTrailingZeros()),
        FLAG(value -> Boolean.TRUE.equals(value), value -> value);

        private final Function<Object, Object> toColumn;
        private final Function<Object, Object> toForm;

        Kind(Function<Object, Object> toColumn, Function<Object, Object> toForm) {
            this.toColumn = toColumn;
            this.toForm = toForm;
        }
    }

    private static final Map<String, CoreField> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(CoreField::key, Function.identity()));

    private final String key;
    private final String table;
    private final String column;
    private final Kind kind;

    CoreField(String key, String table, String column, Kind kind) {
        this.key = key;
        this.table = table;
        this.column = column;
        this.kind = kind;
    }

    /** The field with that key, or null when it has no column. */
    static CoreField of(String key) {
        return BY_KEY.get(key);
    }

    public String key() {
        return key;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /** The value for the column; an empty text field is null, an empty flag is false. */
    Object toColumn(Object formValue) {
        return kind.toColumn.apply(formValue);
    }

    Object toForm(Object columnValue) {
        return columnValue == null ? null : kind.toForm.apply(columnValue);
    }
}
