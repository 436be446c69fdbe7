package io.redress.engine.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerQuestionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${deadlines.overdue(execution, 'RESOLUTION')}",
                "#{deadlines.overdue(execution,'RESOLUTION')}",
                "${ deadlines.overdue( execution , \"RESOLUTION\" ) }"
            })
    void isReadHoweverAnOwnerMayWriteIt(String expression) {
        assertThat(TimerQuestion.in(expression)).contains(TimerQuestion.overdue("RESOLUTION"));
    }

    @Test
    void whatIsAskedOfOlderDiagramsOrForSomethingElseIsNone() {
        assertThat(TimerQuestion.in("${deadlines.next(execution, 'RESOLUTION')}"))
                .isEmpty();
        assertThat(TimerQuestion.in("${deadlines.answer(execution)}")).isEmpty();
        assertThat(TimerQuestion.in(null)).isEmpty();
    }
}
