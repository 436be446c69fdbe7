package io.redress.form;

import io.redress.language.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the answers that a select, radio, checklist or taglist offers.
 *
 * @param value text, {@link BigDecimal} or {@link Boolean}
 * @param english its label in English; the one that is shown where the form states none
 * @param chinese its label in Chinese; the one that is shown where the form states none
 */
public record Option(Object value, String english, String chinese) {

    public String label(Language language) {
        return language == Language.ZH ? chinese : english;
    }

    /** The options in a list as form-js reads it: texts or {label, value}; what it cannot show is left out. */
    static List<Option> in(Object list) {
        return in(list, Map.of(), Map.of());
    }

    /** Such options, with what the form states beside them in each language, by value. */
    static List<Option> in(Object list, Map<String, String> english, Map<String, String> chinese) {
        List<Option> options = new ArrayList<>();
        if (list instanceof Collection<?> entries) {
            for (Object entry : entries) {
                Map<?, ?> pair = entry instanceof Map<?, ?> map ? map : Map.of();
                Optional<Object> value = answer(entry instanceof Map<?, ?> ? pair.get("value") : entry);
                value.ifPresent(answer -> {
                    String text = Scalar.text(answer);
                    String label = pair.get("label") instanceof String given && !given.isEmpty() ? given : text;
                    options.add(
                            new Option(answer, english.getOrDefault(text, label), chinese.getOrDefault(text, label)));
                });
            }
        }
        return options;
    }

    private static Optional<Object> answer(Object value) {
        return Optional.ofNullable(Scalar.of(value)).filter(answer -> !answer.equals(""));
    }
}
