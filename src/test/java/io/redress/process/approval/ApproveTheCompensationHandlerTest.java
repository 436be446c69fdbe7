package io.redress.process.approval;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.entry.Entry;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApproveTheCompensationHandlerTest {

    /** Said or left out, it moves no money one way or the other. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"later", "Approved", ""})
    void whatIsNeitherYesNorNoIsNotTakenForANo(String decision) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("compensationDecision", decision);
        assertThatThrownBy(() -> new ApproveTheCompensationHandler(null, new Sentences(Language.EN))
                        .submit(new Entry(1, "owners", "p", "step", "t", "f", 1, "finance", Instant.EPOCH, fields)))
                .isInstanceOf(RefusedCase.class)
                .hasMessageContaining("neither a yes nor a no");
    }
}
