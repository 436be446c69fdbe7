package io.redress.casefile.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldTest {

    private static final FormField<String> CAUSE = new FormField<>("cause", String.class);
    private static final FormField<LocalDate> DUE = new FormField<>("due", LocalDate.class);

    @Test
    void readsWhatWasSubmittedInItsType() {
        Entry submission = submitted(Map.of("cause", "过期", "due", "2026-03-03"));
        assertThat(CAUSE.in(submission)).isEqualTo("过期");
        assertThat(DUE.find(submission)).contains(LocalDate.of(2026, 3, 3));
    }

    @Test
    void findsNothingWhereTheFormWasLeftOpenAndSaysWhichFieldMustBeThere() {
        assertThat(DUE.find(submitted(Map.of()))).isEmpty();
        assertThatThrownBy(() -> CAUSE.in(submitted(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cause");
    }

    @Test
    void takesNoAnswerOfAnotherType() {
        assertThat(CAUSE.takes("过期")).isTrue();
        assertThat(CAUSE.takes(null)).isTrue();
        assertThat(CAUSE.takes(BigDecimal.ONE)).isFalse();
        assertThat(DUE.takes("2026-03-03")).isTrue();
        assertThat(DUE.takes(List.of())).isFalse();
        assertThatThrownBy(() -> CAUSE.find(Map.of("cause", BigDecimal.ONE))).isInstanceOf(ClassCastException.class);
    }

    private static Entry submitted(Map<String, Object> fields) {
        return new Entry(1, "investigation", "p", "step", "t", "form", 1, "inspector", Instant.EPOCH, fields);
    }
}
