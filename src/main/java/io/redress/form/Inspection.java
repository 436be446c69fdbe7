package io.redress.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.form.Finding.Severity;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through a form for what Tasklist cannot show, what the server cannot check and what is not in both languages. */
final class Inspection {

    /**
     * What Tasklist shows besides fields. Not among them, though form-js has them: a dynamic list (loses rows), an iframe
     * (sends what its address holds to a stranger).
     */
    private static final Set<String> OTHER_TYPES =
            Set.of("text", "group", "table", "html", "spacer", "separator", "image", "button");

    private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final List<String> FEEL = List.of(
            "/conditional/hide",
            "/readonly",
            "/validate/min",
            "/validate/max",
            "/validate/minLength",
            "/validate/maxLength",
            "/valuesExpression",
            "/expression",
            "/dataSource",
            "/columnsExpression",
            "/label",
            "/description",
            "/text",
            "/source");
    /** Where a text that does not begin with = is taken for nothing. */
    private static final List<String> ONLY_FEEL = List.of("/conditional/hide", "/valuesExpression", "/expression");
    /** Shown with markup or fetched from the address: no place for what people typed. */
    private static final List<String> MARKUP = List.of("text", "content", "source");

    private final List<Component> components;
    private final Sentences sentences;
    private final List<Finding> findings = new ArrayList<>();

    Inspection(List<Component> components, Sentences sentences) {
        this.components = components;
        this.sentences = sentences;
    }

    List<Finding> findings() {
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        Set<String> typed = whatPeopleTyped();
        for (Component component : components) {
            Optional<Field.Type> type = Field.Type.of(component.type());
            if (type.isEmpty() && !OTHER_TYPES.contains(component.type())) {
                refuse(component, "form.typeNotShown", component.type());
                continue;
            }
            if (!component.text("id").isEmpty() && !ids.add(component.text("id"))) {
                refuse(component, "form.idTwice", component.text("id"));
            }
            if (!component.text("path").isEmpty()) {
                refuse(component, "form.path");
            }
            feel(component);
            markup(component, typed);
            personal(component);
            chinese(component);
            if (type.isPresent()) {
                key(component, keys);
                field(new Field(component, type.get()), component);
            }
        }
        return List.copyOf(findings);
    }

    private void key(Component component, Set<String> keys) {
        if (component.key().isEmpty()) {
            refuse(component, "form.keyMissing");
        } else if (!KEY.matcher(component.key()).matches()) {
            refuse(component, "form.keyWrong", component.key());
        } else if (!keys.add(component.key())) {
            refuse(component, "form.keyTwice", component.key());
        }
    }

    private void field(Field field, Component component) {
        JsonNode json = component.json();
        if (json.path("disabled").isTextual()) {
            refuse(component, "form.disabledComputed");
        }
        String pattern = json.at("/validate/pattern").asText("");
        if (!pattern.isEmpty() && field.pattern().isEmpty()) {
            refuse(component, "form.patternBroken", pattern);
        }
        switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field, component);
            case NUMBER -> number(field, component);
            case SELECT, RADIO, CHECKLIST, TAGLIST -> options(field, component);
            case DATETIME -> {
                if (!Set.of("", "date", "time", "datetime").contains(component.text("subtype"))) {
                    refuse(component, "form.subtypeUnknown", component.text("subtype"));
                }
            }
            case CHECKBOX, EXPRESSION -> {}
        }
    }

    private void text(Field field, Component component) {
        bounds(component, "minLength", field.minLength(), "maxLength", field.maxLength());
        JsonNode longest = component.json().at("/validate/maxLength");
        if (longest.isMissingNode() || longest.isNull()) {
            remark(component, "form.maxLengthMissing", Rules.LONGEST_TEXT);
        }
        if (field.maxLength()
                .stated()
                .filter(most -> most.compareTo(BigDecimal.valueOf(Rules.LONGEST_TEXT)) > 0)
                .isPresent()) {
            refuse(component, "form.maxLengthTooLong", Rules.LONGEST_TEXT);
        }
        if (negative(field.minLength()) || negative(field.maxLength())) {
            refuse(component, "form.lengthNegative");
        }
    }

    private void number(Field field, Component component) {
        bounds(component, "min", field.min(), "max", field.max());
        if (component.json().hasNonNull("decimalDigits") && field.decimals().isEmpty()) {
            refuse(component, "form.decimalsWrong");
        }
        if (component.json().hasNonNull("increment") && field.increment().isEmpty()) {
            refuse(component, "form.stepWrong");
        }
    }

    private void bounds(Component component, String lowName, Bound low, String highName, Bound high) {
        bound(component, lowName, low);
        bound(component, highName, high);
        if (low.stated().isPresent()
                && high.stated().isPresent()
                && low.stated().get().compareTo(high.stated().get()) > 0) {
            refuse(component, "form.boundsCrossed", lowName, highName);
        }
    }

    private void bound(Component component, String name, Bound bound) {
        JsonNode json = component.json().path("validate").path(name);
        boolean absent = json.isMissingNode() || json.isNull() || json.asText().isEmpty() && json.isTextual();
        if (!absent && bound.stated().isEmpty() && bound.computed().isEmpty()) {
            refuse(component, "form.boundWrong", name);
        }
    }

    private void options(Field field, Component component) {
        JsonNode json = component.json();
        long sources = Stream.of("values", "valuesKey", "valuesExpression")
                .filter(json::hasNonNull)
                .count();
        if (sources != 1 || field.list().filter(String::isBlank).isPresent()) {
            refuse(component, "form.optionsUnclear");
        }
        if (!json.hasNonNull("values")) {
            return;
        }
        Set<Object> values = field.options().stream().map(Option::value).collect(Collectors.toSet());
        if (values.isEmpty() || values.size() != json.path("values").size()) {
            refuse(component, "form.optionsWrong");
        }
        Map<String, String> chinese = component.options(Language.ZH);
        Set<String> translated = new TreeSet<>(chinese.keySet());
        Set<String> offered = values.stream().map(Scalar::text).collect(Collectors.toCollection(TreeSet::new));
        if (!translated.equals(offered) || chinese.containsValue("")) {
            remark(component, "form.optionsNotChinese", String.join(";", offered));
        }
    }

    private void feel(Component component) {
        for (String place : FEEL) {
            JsonNode json = component.json().at(place);
            String property = place.substring(place.lastIndexOf('/') + 1);
            Optional<Expression> expression = Component.expression(json);
            if (expression.isPresent() && expression.get().parsed().isEmpty()) {
                refuse(component, "form.feelBroken", property, json.textValue());
            } else if (expression.isEmpty()
                    && ONLY_FEEL.contains(place)
                    && !json.asText("").isEmpty()) {
                refuse(component, "form.feelWithoutEquals", property);
            }
        }
    }

    private void markup(Component component, Set<String> typed) {
        for (String property : MARKUP) {
            typed.stream()
                    .filter(key -> mentions(component.text(property), key))
                    .findFirst()
                    .ifPresent(key -> refuse(component, "form.wordsInMarkup", key));
        }
    }

    /** The keys of the fields that hold what people typed, and of the expressions that build on them. */
    private Set<String> whatPeopleTyped() {
        Set<String> typed = new TreeSet<>();
        for (Component component : components) {
            if (Field.Type.of(component.type()).filter(Field.Type::isText).isPresent()
                    && KEY.matcher(component.key()).matches()) {
                typed.add(component.key());
            }
        }
        if (!typed.isEmpty()) {
            // The whole of the form's data.
            typed.add("this");
            typed.add("_this_");
        }
        boolean grown = !typed.isEmpty();
        while (grown) {
            List<String> more = components.stream()
                    .filter(component -> component.type().equals("expression"))
                    .filter(component -> KEY.matcher(component.key()).matches())
                    .filter(component -> typed.stream().anyMatch(key -> mentions(component.text("expression"), key)))
                    .map(Component::key)
                    .toList();
            grown = typed.addAll(more);
        }
        return typed;
    }

    private static boolean mentions(String text, String key) {
        Pattern word = Pattern.compile("(?<![\\p{L}\\p{N}_])" + key + "(?![\\p{L}\\p{N}_])");
        if (Expression.is(text)) {
            return word.matcher(text).find();
        }
        Matcher template = TEMPLATE.matcher(text);
        while (template.find()) {
            if (word.matcher(template.group()).find()) {
                return true;
            }
        }
        return false;
    }

    private void personal(Component component) {
        String mark = component.custom("personal");
        if (!mark.isEmpty() && Personal.of(mark).isEmpty()) {
            refuse(component, "form.personalUnknown", mark);
        }
    }

    private void chinese(Component component) {
        boolean field = Field.Type.of(component.type()).isPresent();
        if (field && !component.type().equals("expression") && component.label().isEmpty()) {
            remark(component, "form.labelMissing");
        }
        for (String place : Component.WORDS) {
            String property = place.substring(place.lastIndexOf('/') + 1);
            String words = component.text(place);
            boolean shown = !Expression.is(words)
                    && TEMPLATE.matcher(words).replaceAll("").codePoints().anyMatch(Character::isLetter);
            if (shown
                    && !component.type().equals("expression")
                    && component.custom(property, Language.ZH).isBlank()) {
                remark(component, "form.notChinese", property + ".zh");
            }
        }
    }

    private static boolean negative(Bound bound) {
        return bound.stated().filter(length -> length.signum() < 0).isPresent();
    }

    private void refuse(Component component, String sentence, Object... arguments) {
        add(Severity.REFUSED, component, sentence, arguments);
    }

    private void remark(Component component, String sentence, Object... arguments) {
        add(Severity.HOUSE_RULE, component, sentence, arguments);
    }

    private void add(Severity severity, Component component, String sentence, Object... arguments) {
        Object[] all =
                Stream.concat(Stream.of(component.name()), Stream.of(arguments)).toArray();
        String key = Stream.of(component.key(), component.text("id"), component.type())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("?");
        findings.add(new Finding(severity, key, sentences.say(sentence, all)));
    }
}
