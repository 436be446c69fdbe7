package io.redress.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a clerk fills in: believable forms, complete as Tasklist sends them, to be varied by a test. */
public final class Complaints {

    private Complaints() {}

    /** The registration of a small supermarket complaint. */
    public static Map<String, Object> registration() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("channel", "desk");
        fields.put("receivedAt", null);
        fields.put("site", "supermarket");
        fields.put("category", "product-quality");
        fields.put("complainedAbout", null);
        fields.put("customerName", "李明");
        fields.put("phone", "13800000000");
        fields.put("email", null);
        fields.put("description", "昨天买的酸奶已经过期三天了。");
        fields.put("reason", null);
        fields.put("expectation", "退款并道歉");
        fields.put("amountClaimed", "12.50");
        fields.put("evidence", null);
        fields.put("product", "酸奶");
        fields.put("model", null);
        fields.put("boughtOn", "2026-01-05");
        fields.put("orderNumber", "S-2026-0105-33");
        fields.put("injury", false);
        fields.put("media", false);
        fields.put("urgent", false);
        fields.put("writtenByCustomer", false);
        return fields;
    }

    public static Map<String, Object> registration(String key, Object value) {
        Map<String, Object> fields = registration();
        fields.put(key, value);
        return fields;
    }

    /** The answer to Confirm the record. */
    public static Map<String, Object> confirmation() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("confirmation", "confirmed");
        fields.put("confirmationNote", null);
        return fields;
    }
}
