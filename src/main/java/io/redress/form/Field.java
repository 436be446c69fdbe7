package io.redress.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.language.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field of a form: what has a key and a value. */
public final class Field {

    /** The kinds of fields that form-js 1.8.7 has. */
    public enum Type {
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        SELECT,
        RADIO,
        CHECKBOX,
        CHECKLIST,
        TAGLIST,
        DATETIME,
        EXPRESSION;

        static Optional<Type> of(String name) {
            for (Type type : values()) {
                if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        boolean isText() {
            return this == TEXTFIELD || this == TEXTAREA;
        }

        boolean hasOneOption() {
            return this == SELECT || this == RADIO;
        }

        public boolean hasManyOptions() {
            return this == CHECKLIST || this == TAGLIST;
        }
    }

    /** What a datetime field asks for. */
    public enum Part {
        DATE,
        TIME,
        DATETIME
    }

    private final Component component;
    private final Type type;
    private final Optional<Expression> readOnlyWhen;
    private final Optional<Expression> computed;
    private final Optional<Expression> optionsFrom;
    private final List<Option> options;
    private final Optional<TextPattern> pattern;
    private final Bound min;
    private final Bound max;
    private final Bound minLength;
    private final Bound maxLength;

    Field(Component component, Type type) {
        this.component = component;
        this.type = type;
        JsonNode json = component.json();
        JsonNode rules = json.path("validate");
        readOnlyWhen = Component.expression(json.path("readonly"));
        computed = Component.expression(json.path("expression"));
        optionsFrom = Component.expression(json.path("valuesExpression"));
        options = Option.in(
                Json.value(json.path("values")), component.options(Language.EN), component.options(Language.ZH));
        pattern = Optional.of(rules.path("pattern").asText(""))
                .filter(text -> !text.isEmpty())
                .flatMap(TextPattern::of);
        min = Bound.of(rules.path("min"));
        max = Bound.of(rules.path("max"));
        minLength = Bound.of(rules.path("minLength"));
        maxLength = Bound.of(rules.path("maxLength"));
    }

    public String key() {
        return component.key();
    }

    public Type type() {
        return type;
    }

    /** Whether its answers are of that type; a list is one of what was chosen. */
    public boolean asksFor(Class<?> answer) {
        return switch (type) {
            case TEXTFIELD, TEXTAREA, SELECT, RADIO -> answer == String.class;
            case NUMBER -> answer == BigDecimal.class;
            case CHECKBOX -> answer == Boolean.class;
            case DATETIME -> answer == LocalDate.class && part() == Part.DATE;
            case CHECKLIST, TAGLIST -> answer == List.class;
            case EXPRESSION -> false;
        };
    }

    /** What people know the field by; the label that is shown where there is none in that language, else the key. */
    public String label(Language language) {
        return component.name(language);
    }

    /** What the form says beneath the field; "" where it says nothing fixed. */
    String description(Language language) {
        String stated = component.custom("description", language);
        String words = stated.isEmpty() ? component.text("description") : stated;
        return Component.isTemplate(words) ? "" : words;
    }

    /** Empty unless the form marks the field as personal data. */
    public Optional<Personal> personal() {
        return Personal.of(component.custom("personal"));
    }

    /**
     * Whether it is asked anew each time, by the custom property {@code ask=anew}: a decision, or what each of several
     * departments says for itself, must not stand there before anybody has thought about it.
     */
    public boolean askedAnew() {
        return component.custom("ask").equals("anew");
    }

    public boolean required() {
        return truthy(component.json().path("validate").path("required"));
    }

    /** A program may leave out what the form marks with the custom property {@code api: optional}. */
    boolean required(Caller caller) {
        return required() && !(caller == Caller.API && component.custom("api").equals("optional"));
    }

    /** A disabled field shows what is given and is never submitted. */
    public boolean disabled() {
        return truthy(component.json().path("disabled"));
    }

    /** The options that stand in the form itself; none where they come from a list or an expression. */
    public List<Option> options() {
        return options;
    }

    /** The name of the list, among what is given, that the options come from. */
    public Optional<String> list() {
        return Optional.ofNullable(component.json().path("valuesKey").textValue());
    }

    List<Expression> hides() {
        return component.hides();
    }

    boolean neverReadOnly() {
        return readOnlyWhen.isEmpty() && !alwaysReadOnly();
    }

    /** Whether it shows what is given, whatever else the form says. */
    public boolean alwaysReadOnly() {
        return readOnlyWhen.isEmpty() && truthy(component.json().path("readonly"));
    }

    Optional<Expression> readOnlyWhen() {
        return readOnlyWhen;
    }

    /** What an expression field computes while the form is filled in. */
    Optional<Expression> computed() {
        return component.text("computeOn").equals("presubmit") ? Optional.empty() : computed;
    }

    Optional<Expression> optionsFrom() {
        return optionsFrom;
    }

    Optional<TextPattern> pattern() {
        return pattern;
    }

    /** The pattern as the form states it, in JavaScript; empty where the server can't read it either. */
    Optional<String> statedPattern() {
        return pattern.map(
                read -> component.json().path("validate").path("pattern").asText());
    }

    String format() {
        return component.json().path("validate").path("validationType").asText("");
    }

    Bound min() {
        return min;
    }

    Bound max() {
        return max;
    }

    Bound minLength() {
        return minLength;
    }

    Bound maxLength() {
        return maxLength;
    }

    /** How many digits are shown after the point; as many as there are where the form does not say. */
    public Optional<Integer> decimals() {
        return Optional.of(component.json().path("decimalDigits"))
                .filter(digits ->
                        digits.canConvertToExactIntegral() && digits.canConvertToInt() && digits.intValue() >= 0)
                .map(JsonNode::intValue);
    }

    Optional<BigDecimal> increment() {
        return Bound.of(component.json().path("increment")).stated().filter(step -> step.signum() > 0);
    }

    /** Whether the page holds the number as a text, so that no digit is lost; it must be given as one, too. */
    public boolean numberAsText() {
        return truthy(component.json().path("serializeToString"));
    }

    /** For a datetime. */
    public Part part() {
        return switch (component.text("subtype")) {
            case "time" -> Part.TIME;
            case "datetime" -> Part.DATETIME;
            default -> Part.DATE;
        };
    }

    /** Whether the page says in which time zone the time is. */
    boolean timeHasZone() {
        return component.text("timeSerializingFormat").startsWith("utc_");
    }

    boolean refusesPast() {
        return truthy(component.json().path("disallowPassedDates"));
    }

    /** What the page starts with when nothing is given. */
    Object startsWith() {
        JsonNode value = component.json().path("defaultValue");
        return value.isMissingNode() ? empty() : Json.value(value);
    }

    /** What the page holds for an empty field. */
    Object empty() {
        return switch (type) {
            case TEXTFIELD, TEXTAREA -> "";
            case CHECKBOX -> false;
            case CHECKLIST, TAGLIST -> List.of();
            case NUMBER, SELECT, RADIO, DATETIME, EXPRESSION -> null;
        };
    }

    private static boolean truthy(JsonNode json) {
        return json.isTextual() ? !json.textValue().isEmpty() : json.asBoolean();
    }

    @Override
    public String toString() {
        return type + " " + key();
    }
}
