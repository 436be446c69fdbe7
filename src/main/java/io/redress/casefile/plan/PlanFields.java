package io.redress.casefile.plan;

import io.redress.casefile.entry.FormField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What a plan says, whether a department draws it up or the feedback ladder offers it. */
final class PlanFields {

    /** As many as the form has lines for. */
    private static final int MOST = 3;

    static final List<Line> LINES =
            IntStream.rangeClosed(1, MOST).mapToObj(Line::of).toList();

    /** {@code none}, or the text of a {@link io.redress.casefile.measure.Compensation}. */
    static final FormField<String> COMPENSATION = new FormField<>("compensation", String.class);

    /** In CNY. */
    static final FormField<BigDecimal> AMOUNT = new FormField<>("compensationAmount", BigDecimal.class);

    /** The rule, warranty term or law; of the department's plan only. */
    static final FormField<String> BASIS = new FormField<>("basis", String.class);

    /** What the customer is told; of the ladder's plan only. */
    static final FormField<String> ANSWER = new FormField<>("answer", String.class);

    static final FormField<String> RESPONSIBLE_DEPARTMENT = new FormField<>("responsibleDepartment", String.class);

    /** What is read before it is submitted. */
    static final Set<FormField<?>> CHECKED = checked();

    private PlanFields() {}

    /** A measure: what is done, by which group, by the end of which day. */
    record Line(FormField<String> measure, FormField<String> department, FormField<LocalDate> due) {

        static Line of(int number) {
            String measure = "measure" + number;
            return new Line(
                    new FormField<>(measure, String.class),
                    new FormField<>(measure + "Department", String.class),
                    new FormField<>(measure + "Due", LocalDate.class));
        }
    }

    private static Set<FormField<?>> checked() {
        Set<FormField<?>> checked = new HashSet<>(Set.of(COMPENSATION, AMOUNT));
        LINES.forEach(line -> checked.addAll(Set.of(line.measure(), line.department(), line.due())));
        return Set.copyOf(checked);
    }
}
