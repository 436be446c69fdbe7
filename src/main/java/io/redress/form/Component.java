package io.redress.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component of a form as it stands in the file.
 *
 * @param hides the conditions that hide it: its own and those of the groups around it
 */
record Component(JsonNode json, List<Expression> hides) {

    /** A date field has its labels in places of their own. */
    private static final List<String> LABELS = List.of("label", "dateLabel", "timeLabel");

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

    /** The text at the property; "" where there is none. */
    String text(String property) {
        return json.path(property).asText("");
    }

    /** The text that an owner wrote under the component's custom properties; "" where there is none. */
    String custom(String property) {
        return json.path("properties").path(property).asText("");
    }

    /** What a person knows it by: the label, else the key, the id, the type. */
    String name() {
        return Stream.of(label(), key(), text("id"), type())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("?");
    }

    /** The English label where it is fixed words, else "". */
    String label() {
        return LABELS.stream()
                .map(this::text)
                .filter(label -> !label.isBlank() && !isTemplate(label))
                .findFirst()
                .orElse("");
    }

    /** The Chinese label, else "". */
    String chineseLabel() {
        return LABELS.stream()
                .map(property -> custom(property + ".zh"))
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse("");
    }

    static boolean isTemplate(String text) {
        return Expression.is(text) || text.contains("{{");
    }
}
