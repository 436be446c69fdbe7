package io.redress.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Writes the lists that a start form chooses from into the form itself: Tasklist asks for no variables before there is a
 * process, so a list named by {@code valuesKey} would stay empty.
 */
final class StartFormLists {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StartFormLists() {}

    static InputStream fill(InputStream form, Map<String, Object> lists) {
        try (form) {
            JsonNode json = JSON.readTree(form);
            fill(json, lists);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(JsonNode parent, Map<String, Object> lists) {
        for (JsonNode component : parent.path("components")) {
            fill(component, lists);
            Object options = lists.get(component.path("valuesKey").asText());
            if (options != null && component instanceof ObjectNode field) {
                field.remove("valuesKey");
                field.set("values", JSON.valueToTree(options));
            }
        }
    }
}
