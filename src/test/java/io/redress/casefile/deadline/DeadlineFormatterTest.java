package io.redress.casefile.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineFormatterTest {

    private final DeadlineFormatter words = new DeadlineFormatter(null, new Sentences(Language.EN));

    @ParameterizedTest
    @CsvSource({"FIRST_RESPONSE, First answer", "5. 向方丽华赔付 300 元, 向方丽华赔付 300 元", "12315 平台, 12315 平台"})
    void isCalledAsPeopleCallIt(String name, String said) {
        assertThat(words.name(name)).isEqualTo(said);
    }
}
