package io.redress.form;

import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks what was submitted against its form: whatever that form, rendered by form-js 1.8.7, could submit is accepted. */
public final class FormCheck {

    private static final int LONGEST_NAME = 40;

    private final Sentences sentences;
    private final Feel feel;
    private final ValueParser reader;
    private final Rules rules;

    /** @param clock says what today is and in which zone a time without a zone is meant */
    public FormCheck(Clock clock, Sentences sentences) {
        this.sentences = sentences;
        feel = new Feel(clock);
        reader = new ValueParser(clock.getZone());
        rules = new Rules(clock);
    }

    /**
     * Checks a submission and brings its values to one form.
     *
     * @param given what the form was opened with, by name: values of fields, other facts that its conditions look at, and
     *     its lists as {@link java.util.Collection} of texts or of maps with label and value; null is not given, so that the
     *     field's default holds
     * @param submitted the raw values by key: text, number, yes or no, null, a list or its JSON
     * @throws InvalidSubmission with every problem that was found, one per field
     */
    public Checked check(Form form, Map<String, ?> given, Map<String, ?> submitted, Caller caller) {
        FormState state = state(form, given, submitted, caller);
        Map<String, Object> values = new LinkedHashMap<>();
        List<InvalidSubmission.Problem> problems = new ArrayList<>();
        for (Field field : form.fields()) {
            if (field.type() == Field.Type.EXPRESSION || state.hidden(field)) {
                continue;
            }
            boolean sent = submitted.containsKey(field.key());
            Object raw = submitted.get(field.key());
            try {
                if (field.disabled()) {
                    if (sent) {
                        asGiven(field, raw, state, given, "form.disabled");
                    }
                } else if (!sent && caller == Caller.PAGE) {
                    throw new Refused("form.changed");
                } else if (state.readOnly(field)) {
                    Object value =
                            sent ? asGiven(field, raw, state, given, "form.readOnly") : givenValue(field, state, given);
                    rules.required(field, value, caller);
                    values.put(field.key(), value);
                } else {
                    Object value = reader.read(field, raw);
                    rules.check(field, value, state, caller);
                    values.put(field.key(), value);
                }
            } catch (Refused refused) {
                problems.add(problem(field, refused));
            }
        }
        for (String name : submitted.keySet()) {
            if (name == null || form.field(name).isEmpty()) {
                problems.add(unknown(String.valueOf(name), caller));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSubmission(problems);
        }
        return new Checked(Collections.unmodifiableMap(values));
    }

    /** The keys that Tasklist submits when the form holds these values: of all fields that are visible and enabled. */
    public List<String> asked(Form form, Map<String, ?> given, Map<String, ?> submitted) {
        FormState state = state(form, given, submitted, Caller.PAGE);
        return form.fields().stream()
                .filter(field -> field.type() != Field.Type.EXPRESSION && !field.disabled() && !state.hidden(field))
                .map(Field::key)
                .toList();
    }

    private FormState state(Form form, Map<String, ?> given, Map<String, ?> submitted, Caller caller) {
        Map<String, Object> entered = new HashMap<>();
        for (Field field : form.fields()) {
            if (field.type() == Field.Type.EXPRESSION || field.disabled() || field.alwaysReadOnly()) {
                continue;
            }
            if (submitted.containsKey(field.key())) {
                try {
                    entered.put(field.key(), asTheBrowserHolds(field, submitted.get(field.key())));
                } catch (Refused unreadable) {
                    continue;
                }
            } else if (caller == Caller.API && field.neverReadOnly()) {
                entered.put(field.key(), field.empty());
            }
        }
        return new FormState(form, feel, reader, given, entered);
    }

    private Object asTheBrowserHolds(Field field, Object raw) throws Refused {
        Object value = reader.read(field, raw);
        if (value == null && !(field.type().isText() && raw != null)) {
            return field.empty();
        }
        return switch (field.type()) {
            case NUMBER -> field.numberAsText() ? Scalar.text(Scalar.of(raw)) : value;
            case TEXTFIELD, TEXTAREA, DATETIME -> raw;
            case SELECT, RADIO, CHECKBOX, CHECKLIST, TAGLIST, EXPRESSION -> value;
        };
    }

    /** The given value; a page may send what it can show of it: no line breaks in one line, no option that is gone. */
    private Object asGiven(Field field, Object raw, FormState state, Map<String, ?> given, String otherwise)
            throws Refused {
        Object value = givenValue(field, state, given);
        Object submitted;
        try {
            submitted = reader.read(field, raw);
        } catch (Refused unreadable) {
            throw new Refused(otherwise);
        }
        if (!Objects.equals(submitted, value) && !Objects.equals(submitted, readable(field, state.start(field)))) {
            throw new Refused(otherwise);
        }
        return value;
    }

    private Object givenValue(Field field, FormState state, Map<String, ?> given) {
        Object value = readable(field, given.get(field.key()));
        return value != null ? value : readable(field, state.start(field));
    }

    private Object readable(Field field, Object value) {
        try {
            return reader.read(field, value);
        } catch (Refused unreadable) {
            return null;
        }
    }

    /** A bound without fractions is a count, and no sum of money. */
    private static Object plain(Object argument) {
        return argument instanceof BigDecimal bound
                        && bound.stripTrailingZeros().scale() <= 0
                ? bound.toBigInteger()
                : argument;
    }

    private InvalidSubmission.Problem problem(Field field, Refused refused) {
        String label = field.label(sentences.language());
        Object[] arguments = Stream.concat(
                        Stream.of(label), Stream.of(refused.arguments()).map(FormCheck::plain))
                .toArray();
        return new InvalidSubmission.Problem(field.key(), label, sentences.say(refused.getMessage(), arguments));
    }

    private InvalidSubmission.Problem unknown(String name, Caller caller) {
        String label = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        label = label.length() > LONGEST_NAME ? label.substring(0, LONGEST_NAME) + "…" : label;
        return new InvalidSubmission.Problem(
                name, label, sentences.say(caller == Caller.API ? "form.unknownToApi" : "form.unknown", label));
    }
}
