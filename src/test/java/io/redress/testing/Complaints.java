package io.redress.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What a clerk fills in: believable forms, complete as Tasklist sends them, to be varied by a test. */
public final class Complaints {

    private static final AtomicInteger CUSTOMER = new AtomicInteger(1);

    private Complaints() {}

    /** The registration of a small supermarket complaint. */
    public static Map<String, Object> registration() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("channel", "desk");
        fields.put("receivedAt", null);
        fields.put("site", "supermarket");
        fields.put("localOffice", null);
        fields.put("category", "product-quality");
        fields.put("merchant", null);
        fields.put("complainedAbout", null);
        fields.put("customerName", "李明");
        // Of a customer of its own: the next complaint of the same one may be about the same matter.
        int customer = CUSTOMER.getAndIncrement();
        fields.put("phone", "138%08d".formatted(customer));
        fields.put("email", null);
        fields.put("description", "昨天买的酸奶已经过期三天了。");
        fields.put("reason", null);
        fields.put("expectation", "退款并道歉");
        fields.put("amountClaimed", "12.50");
        fields.put("evidence", null);
        fields.put("product", "酸奶");
        fields.put("model", null);
        fields.put("boughtOn", "2026-01-05");
        fields.put("orderNumber", "S-2026-0105-" + customer);
        fields.put("injury", false);
        fields.put("media", false);
        fields.put("urgent", false);
        fields.put("writtenByCustomer", false);
        return fields;
    }

    public static Map<String, Object> registration(String key, Object value) {
        Map<String, Object> fields = registration();
        fields.put(key, value);
        return key.equals("injury") && Boolean.TRUE.equals(value) ? hurt(fields) : fields;
    }

    /** The same where somebody is hurt. */
    public static Map<String, Object> hurt(Map<String, Object> registration) {
        registration.put("injury", true);
        registration.put("injuryPlace", "premises");
        registration.put("hurtPerson", "adult");
        registration.put("hurtName", null);
        registration.put("hurtState", "responsive");
        registration.put("injurySeen", "手腕肿了。");
        return registration;
    }

    /** What of it the customer said, in the customer's language. */
    public static Stream<String> said() {
        return Stream.of("customerName", "description", "expectation", "product")
                .map(registration()::get)
                .map(String.class::cast);
    }

    /** The answer to Confirm the record. */
    public static Map<String, Object> confirmation() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("confirmation", "confirmed");
        fields.put("confirmationNote", null);
        return fields;
    }
}
