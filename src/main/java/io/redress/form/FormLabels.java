package io.redress.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.language.Label;
import io.redress.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words on a form in the language of the installation. The Chinese ones stand among a component's custom properties
 * ({@code label.zh}, {@code options.zh} and the like), the English ones in their place; where Chinese takes it, the English
 * ones are kept as {@code label.en}, so that nothing is lost on the way back.
 */
public final class FormLabels {

    private FormLabels() {}

    /** The form in that language: the same bytes where every word stands as it should. */
    public static byte[] in(Language language, byte[] form) {
        try {
            JsonNode root = Json.read(form);
            JsonNode turned = root.deepCopy();
            components(turned, language);
            return turned.equals(root) ? form : Json.write(turned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void components(JsonNode parent, Language language) {
        for (JsonNode component : parent.path("components")) {
            if (component instanceof ObjectNode node) {
                Component.WORDS.forEach(place -> words(node, place, language));
                options(node, language);
            }
            components(component, language);
        }
    }

    private static void words(ObjectNode node, String place, Language language) {
        Component component = new Component(node, List.of());
        String property = place.substring(place.lastIndexOf('/') + 1);
        Label label = new Label(
                component.text(place),
                component.custom(property, Language.EN),
                component.custom(property, Language.ZH));
        Label turned = label.in(language);
        if (!turned.equals(label)) {
            int slash = place.lastIndexOf('/');
            ObjectNode holder = slash < 0 ? node : node.withObjectProperty(place.substring(0, slash));
            holder.put(property, turned.shown());
            state(node, property, turned.english(), turned.chinese());
        }
    }

    private static void options(ObjectNode node, Language language) {
        Component component = new Component(node, List.of());
        Map<String, String> english = component.options(Language.EN);
        Map<String, String> chinese = component.options(Language.ZH);
        List<String> inEnglish = new ArrayList<>();
        List<String> inChinese = new ArrayList<>();
        boolean changed = false;
        for (JsonNode entry : node.path("values")) {
            if (entry instanceof ObjectNode option) {
                String value = option.path("value").asText();
                Label label = new Label(
                        option.path("label").asText(""),
                        english.getOrDefault(value, ""),
                        chinese.getOrDefault(value, ""));
                Label turned = label.in(language);
                if (!turned.equals(label)) {
                    option.put("label", turned.shown());
                    changed = true;
                }
                pair(inEnglish, value, turned.english());
                pair(inChinese, value, turned.chinese());
            }
        }
        if (changed) {
            state(node, "options", String.join(";", inEnglish), String.join(";", inChinese));
        }
    }

    private static void pair(List<String> pairs, String value, String label) {
        if (!label.isBlank()) {
            pairs.add(value + "=" + label);
        }
    }

    private static void state(ObjectNode node, String property, String english, String chinese) {
        ObjectNode properties = node.withObjectProperty("properties");
        if (!english.isBlank()) {
            properties.put(property + ".en", english);
        }
        if (!chinese.isBlank()) {
            properties.put(property + ".zh", chinese);
        }
    }
}
