package io.redress.form;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form as JSON Schema (2020-12): what a program may send of it, in the words that people read on it. */
public final class FormSchema {

    private static final String EXAMPLE_DATE = "2026-01-05";

    private final FormCheck check;
    private final Sentences sentences;
    private final Language language;

    public FormSchema(FormCheck check, Sentences sentences) {
        this.check = check;
        this.sentences = sentences;
        this.language = sentences.language();
    }

    /** @param lists what the form chooses from, by the names that its fields use */
    public Map<String, Object> of(Form form, Map<String, ?> lists) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields(form).forEach(field -> properties.put(field.key(), property(field, options(field, lists))));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required(form).map(Field::key).toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    /** What is required, filled in; nothing when that would not be accepted, as where a pattern is asked for. */
    public Optional<Map<String, Object>> example(Form form, Map<String, ?> lists) {
        Map<String, Object> example = new LinkedHashMap<>();
        required(form).forEach(field -> example.put(field.key(), example(field, options(field, lists))));
        try {
            check.check(form, lists, example, Caller.API);
            return Optional.of(example);
        } catch (InvalidSubmission notSoSimple) {
            return Optional.empty();
        }
    }

    /** What can be changed at all; nothing else is submitted. */
    private static Stream<Field> fields(Form form) {
        return form.fields().stream()
                .filter(field -> field.type() != Field.Type.EXPRESSION && !field.disabled() && !field.alwaysReadOnly());
    }

    /** A field that a condition may hide is asked for only where it is shown. */
    private static Stream<Field> required(Form form) {
        return fields(form)
                .filter(field -> field.required(Caller.API) && field.hides().isEmpty());
    }

    private static List<Option> options(Field field, Map<String, ?> lists) {
        return field.list().map(list -> Option.in(lists.get(list))).orElse(field.options());
    }

    private Map<String, Object> property(Field field, List<Option> options) {
        boolean required = field.required(Caller.API) && field.hides().isEmpty();
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", field.label(language));
        description(field, options).ifPresent(words -> property.put("description", words));
        switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(property, field, required);
            case NUMBER -> number(property, field, required);
            case CHECKBOX -> {
                type(property, required, "boolean");
                if (required) {
                    property.put("const", true);
                }
            }
            case SELECT, RADIO -> choice(property, options, required);
            case CHECKLIST, TAGLIST -> {
                type(property, required, "array");
                property.put("items", options.isEmpty() ? Map.of() : Map.of("enum", values(options)));
                property.put("uniqueItems", true);
                if (required) {
                    property.put("minItems", 1);
                }
            }
            case DATETIME -> {
                type(property, required, "string");
                switch (field.part()) {
                    case DATE -> property.put("format", "date");
                    case TIME -> property.put("pattern", "^\\d\\d:\\d\\d");
                    case DATETIME -> property.put("format", "date-time");
                }
            }
            case EXPRESSION -> {}
        }
        return property;
    }

    private Optional<String> description(Field field, List<Option> options) {
        List<String> words = new ArrayList<>();
        words.add(field.description(language));
        field.decimals()
                .filter(digits -> digits > 0)
                .ifPresent(digits -> words.add(sentences.say("form.schemaDecimals", digits)));
        if (!field.hides().isEmpty()) {
            words.add(sentences.say(field.required(Caller.API) ? "form.schemaHiddenRequired" : "form.schemaHidden"));
        }
        if (!options.isEmpty()) {
            words.add(options.stream()
                    .map(option -> option.value() + " = " + option.label(language))
                    .collect(Collectors.joining("; ")));
        }
        words.removeIf(String::isBlank);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private static void text(Map<String, Object> property, Field field, boolean required) {
        type(property, required, "string");
        int longest = field.maxLength().stated().map(BigDecimal::intValue).orElse(Rules.LONGEST_TEXT);
        property.put("maxLength", Math.min(longest, Rules.LONGEST_TEXT));
        int least = field.minLength().stated().map(BigDecimal::intValue).orElse(0);
        if (required) {
            property.put("minLength", Math.max(least, 1));
        } else if (least > 0) {
            property.put("minLength", least);
        }
        field.statedPattern().ifPresent(pattern -> property.put("pattern", pattern));
        if (field.format().equals("email")) {
            property.put("format", "email");
        }
    }

    private static void number(Map<String, Object> property, Field field, boolean required) {
        boolean whole = field.decimals().filter(digits -> digits == 0).isPresent();
        type(property, required, whole ? "integer" : "number");
        field.min().stated().ifPresent(min -> property.put("minimum", plain(min)));
        field.max().stated().ifPresent(max -> property.put("maximum", plain(max)));
        field.increment().ifPresent(step -> property.put("multipleOf", plain(step)));
    }

    /** 4000 rather than 4E+3, which is a number to JSON but not to every reader. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static void choice(Map<String, Object> property, List<Option> options, boolean required) {
        if (options.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>(values(options));
        if (!required) {
            values.add(null);
        }
        property.put("enum", values);
    }

    private static List<Object> values(List<Option> options) {
        return options.stream().map(Option::value).toList();
    }

    /** Null is empty, as if the field were left out. */
    private static void type(Map<String, Object> property, boolean required, String type) {
        property.put("type", required ? type : List.of(type, "null"));
    }

    private Object example(Field field, List<Option> options) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA ->
                switch (field.format()) {
                    case "email" -> "name@example.com";
                    case "phone" -> "+8613800138000";
                    default -> field.label(language);
                };
            case NUMBER -> plain(field.min().stated().orElse(BigDecimal.ONE));
            case CHECKBOX -> true;
            case SELECT, RADIO -> options.isEmpty() ? null : options.get(0).value();
            case CHECKLIST, TAGLIST ->
                options.stream().limit(1).map(Option::value).toList();
            case DATETIME ->
                switch (field.part()) {
                    case DATE -> EXAMPLE_DATE;
                    case TIME -> "14:30+08:00";
                    case DATETIME -> EXAMPLE_DATE + "T14:30:00+08:00";
                };
            case EXPRESSION -> null;
        };
    }
}
