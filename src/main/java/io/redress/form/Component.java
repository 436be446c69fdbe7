package io.redress.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A component of a form as it stands in the file.
 *
 * @param hides the conditions that hide it: its own and those of the groups around it
 */
record Component(JsonNode json, List<Expression> hides) {

    /** A date field has its labels in places of their own. */
    private static final List<String> LABELS = List.of("label", "dateLabel", "timeLabel");

    /**
     * Where fixed words are that people read. In another language they stand under the custom property of that name with
     * the language behind it: {@code label.zh}, {@code suffixAdorner.zh}.
     */
    static final List<String> WORDS = List.of(
            "label",
            "dateLabel",
            "timeLabel",
            "description",
            "text",
            "content",
            "appearance/prefixAdorner",
            "appearance/suffixAdorner");

    /** Between two options; a label may have a semicolon of its own. */
    private static final Pattern NEXT_OPTION = Pattern.compile(";(?=[^;=]*=)");

    /** All components in the node, those in groups after their group. */
    static List<Component> in(JsonNode parent, List<Expression> hides) {
        List<Component> all = new ArrayList<>();
        for (JsonNode json : parent.path("components")) {
            Component component = new Component(
                    json,
                    Stream.concat(
                                    hides.stream(),
                                    expression(json.path("conditional").path("hide")).stream())
                            .toList());
            all.add(component);
            all.addAll(in(json, component.hides));
        }
        return all;
    }

    static Optional<Expression> expression(JsonNode json) {
        return Optional.ofNullable(json.textValue()).filter(Expression::is).map(Expression::of);
    }

    String type() {
        return text("type");
    }

    String key() {
        return text("key");
    }

    /** The text at the property, or at the property of a property ({@code appearance/suffixAdorner}); "" where there is none. */
    String text(String property) {
        return json.at("/" + property).asText("");
    }

    /** The text that an owner wrote under the component's custom properties; "" where there is none. */
    String custom(String property) {
        return json.path("properties").path(property).asText("");
    }

    /** The words that stand there in that language beside those that are shown; "" where there are none. */
    String custom(String property, Language language) {
        return custom(property + "." + language.code());
    }

    /** The labels of the options in that language, "value=label;value2=label 2" under {@code options.zh}, by value. */
    Map<String, String> options(Language language) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String pair : NEXT_OPTION.split(custom("options", language))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                labels.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return labels;
    }

    /** What a person knows it by: the label, else the key, the id, the type. */
    String name() {
        return Stream.of(label(), key(), text("id"), type())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("?");
    }

    /** The label that is shown, where it is fixed words, else "". */
    String label() {
        return LABELS.stream()
                .map(this::text)
                .filter(Component::isFixed)
                .findFirst()
                .orElse("");
    }

    /** What a person knows it by in that language; what is shown where it has no label in that language. */
    String name(Language language) {
        return LABELS.stream()
                .map(property -> custom(property, language))
                .filter(Component::isFixed)
                .findFirst()
                .orElseGet(this::name);
    }

    private static boolean isFixed(String label) {
        return !label.isBlank() && !isTemplate(label);
    }

    static boolean isTemplate(String text) {
        return Expression.is(text) || text.contains("{{");
    }
}
