package io.redress.form;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state that a form in the browser is in after these values were typed. Conditions are computed as form-js 1.8.7
 * does: twice, first over all values, then without those of the hidden fields, which fall back to what they started with.
 */
final class FormState {

    private final Form form;
    private final Feel feel;
    private final ValueParser reader;
    private final Map<String, ?> given;
    private final Map<String, Object> started;
    private final Map<String, Object> shown;
    private final Set<String> hidden;

    /** @param entered what people typed, as the browser holds it; the other fields are as they started */
    FormState(Form form, Feel feel, ValueParser reader, Map<String, ?> given, Map<String, Object> entered) {
        this.form = form;
        this.feel = feel;
        this.reader = reader;
        this.given = given;
        started = new LinkedHashMap<>(given);
        for (Field field : form.fields()) {
            started.put(field.key(), start(field));
        }
        Map<String, Object> data = new LinkedHashMap<>(started);
        data.putAll(entered);
        shown = compute(data);
        Map<String, Boolean> known = new HashMap<>();
        hidden = form.fields().stream()
                .filter(field -> hidden(field, shown, known))
                .map(Field::key)
                .collect(Collectors.toSet());
    }

    boolean hidden(Field field) {
        return hidden.contains(field.key());
    }

    boolean readOnly(Field field) {
        return field.alwaysReadOnly()
                || field.readOnlyWhen()
                        .filter(condition -> holds(condition, shown))
                        .isPresent();
    }

    Object evaluate(Expression expression) {
        return feel.evaluate(expression, shown);
    }

    /** What the field offers to choose from. */
    List<Option> options(Field field) {
        if (field.list().isPresent()) {
            return Option.in(given.get(field.list().get()));
        }
        return field.optionsFrom()
                .map(expression -> Option.in(evaluate(expression)))
                .orElse(field.options());
    }

    /** What the field holds when the form has just been opened: the given value as far as the field can show it. */
    Object start(Field field) {
        Object value = given.get(field.key());
        if (value == null) {
            return field.startsWith();
        }
        return switch (field.type()) {
            case TEXTFIELD -> text(value).replaceAll("[\r\n\t]", " ");
            case TEXTAREA -> text(value);
            case NUMBER -> number(field, value);
            case CHECKBOX -> Boolean.TRUE.equals(value);
            case SELECT, RADIO -> offered(field, value) ? value : null;
            case CHECKLIST, TAGLIST ->
                value instanceof Collection<?> list
                        ? list.stream().filter(item -> offered(field, item)).toList()
                        : List.of();
            case DATETIME -> value.toString();
            case EXPRESSION -> value;
        };
    }

    private boolean offered(Field field, Object value) {
        if (field.optionsFrom().isPresent()) {
            return true;
        }
        Object answer = Scalar.of(value);
        return (field.list().isPresent() ? Option.in(given.get(field.list().get())) : field.options())
                .stream().anyMatch(option -> option.value().equals(answer));
    }

    private static Object number(Field field, Object value) {
        try {
            Object number = ValueParser.number(value);
            return field.numberAsText() && number != null ? Scalar.text(Scalar.of(value)) : number;
        } catch (Refused notANumber) {
            return null;
        }
    }

    private static String text(Object value) {
        return value instanceof Collection<?> || value instanceof Map<?, ?> ? "" : Scalar.text(value);
    }

    private Map<String, Object> compute(Map<String, Object> data) {
        Map<String, Object> visible = visible(data);
        List<Field> computed = form.fields().stream()
                .filter(field -> field.type() == Field.Type.EXPRESSION)
                .filter(field -> field.computed().isPresent())
                .toList();
        // Expressions may build on each other; after as many rounds as there are expressions all is said.
        for (int round = 0; round < computed.size(); round++) {
            boolean changed = false;
            Map<String, Boolean> known = new HashMap<>();
            for (Field field : computed) {
                if (!hidden(field, visible, known)) {
                    Object value = feel.evaluate(field.computed().get(), visible);
                    changed |= !Objects.equals(value, data.put(field.key(), value));
                }
            }
            if (!changed) {
                break;
            }
            visible = visible(data);
        }
        return Collections.unmodifiableMap(visible);
    }

    private Map<String, Object> visible(Map<String, Object> data) {
        Map<String, Object> visible = new LinkedHashMap<>(data);
        Map<String, Boolean> known = new HashMap<>();
        for (Field field : form.fields()) {
            if (hidden(field, data, known)) {
                visible.put(field.key(), started.get(field.key()));
            }
        }
        return visible;
    }

    private boolean hidden(Field field, Map<String, Object> data, Map<String, Boolean> known) {
        for (Expression condition : field.hides()) {
            if (known.computeIfAbsent(condition.text(), text -> holds(condition, data))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The browser's FEEL compares what ours does not: a number kept as text with a number, a list of one with its element,
     * a local time with now, the date of a moment. Where ours cannot tell, it is asked again with such values converted.
     */
    private boolean holds(Expression condition, Map<String, Object> data) {
        Object answer = feel.evaluate(condition, data);
        if (answer == null) {
            answer = feel.evaluate(condition, converted(data, false));
        }
        if (answer == null) {
            answer = feel.evaluate(condition, converted(data, true));
        }
        return Boolean.TRUE.equals(answer);
    }

    private Map<String, Object> converted(Map<String, Object> data, boolean momentsToDates) {
        Map<String, Object> converted = new LinkedHashMap<>(data);
        for (Field field : form.fields()) {
            converted.computeIfPresent(field.key(), (key, value) -> converted(field, value, momentsToDates));
        }
        return converted;
    }

    private Object converted(Field field, Object value, boolean momentsToDates) {
        try {
            if (field.type() == Field.Type.NUMBER) {
                return reader.read(field, value);
            }
            if (field.type() == Field.Type.DATETIME && field.part() == Field.Part.DATETIME) {
                String moment = (String) reader.read(field, value);
                return momentsToDates ? moment.substring(0, moment.indexOf('T')) : moment;
            }
        } catch (Refused notReadable) {
            return value;
        }
        return field.type().hasManyOptions() && value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    }
}
