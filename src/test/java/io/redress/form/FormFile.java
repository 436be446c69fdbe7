package io.redress.form;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Forms for tests, written as their components. */
final class FormFile {

    static final Sentences ENGLISH = new Sentences(Language.EN);
    static final Sentences CHINESE = new Sentences(Language.ZH);

    private FormFile() {}

    /** @param components their JSON, one after the other, separated by commas */
    static Form of(String components) {
        return parse(
                "{\"type\":\"default\",\"id\":\"a-form\",\"schemaVersion\":16,\"components\":[" + components + "]}");
    }

    static Form parse(String json) {
        return Form.parse(json.getBytes(StandardCharsets.UTF_8), ENGLISH);
    }

    /** A component with type, key x, label X and the further properties. */
    static String field(String type, String properties) {
        return field(type, "x", properties);
    }

    static String field(String type, String key, String properties) {
        return "{\"type\":\"" + type + "\",\"key\":\"" + key + "\",\"label\":\"" + key.toUpperCase(Locale.ROOT) + "\""
                + (properties.isEmpty() ? "" : "," + properties) + "}";
    }

    static String hide(String feel) {
        return "\"conditional\":{\"hide\":\"" + feel.replace("\"", "\\\"") + "\"}";
    }

    static String validate(String rules) {
        return "\"validate\":{" + rules + "}";
    }
}
