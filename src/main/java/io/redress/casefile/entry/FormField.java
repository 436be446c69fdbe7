package io.redress.casefile.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A field of a form that code reads or fills: its key and type, declared once and held to the forms by a rule.
 *
 * @param type text ({@link String}), number ({@link java.math.BigDecimal}), flag ({@link Boolean}), day ({@link LocalDate}, in an
 *     entry its text in ISO-8601) or {@link java.util.List} of what was chosen
 */
public record FormField<T>(String key, Class<T> type) {

    /**
     * What was submitted, which must be there.
     *
     * @throws IllegalStateException when it isn't: the form did not ask for it, or let it be left open
     */
    public T in(Entry submission) {
        return find(submission)
                .orElseThrow(() -> new IllegalStateException(
                        "%s of case %d does not say %s".formatted(submission.form(), submission.complaintId(), key)));
    }

    /** What was submitted; empty where the field was left open, or was not asked. */
    public Optional<T> find(Entry submission) {
        return find(submission.fields());
    }

    /** @throws ClassCastException when somebody's form has asked for it in another way */
    public Optional<T> find(Map<String, ?> answers) {
        Object answer = answers.get(key);
        return Optional.ofNullable(
                type.cast(type == LocalDate.class && answer != null ? LocalDate.parse((String) answer) : answer));
    }

    /** Whether that is an answer of its type, or none. */
    public boolean takes(Object answer) {
        return answer == null || (type == LocalDate.class ? answer instanceof String : type.isInstance(answer));
    }
}
