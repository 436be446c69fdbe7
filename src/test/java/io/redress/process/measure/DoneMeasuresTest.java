package io.redress.process.measure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.entry.Entry;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoneMeasuresTest {

    /** An owner's form need not ask for it. */
    @Test
    void aMeasureThatIsNotNamedIsRefusedInWords() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("measureId", null);
        assertThatThrownBy(() -> new DoneMeasures(null, null, new Sentences(Language.EN))
                        .done(
                                new Entry(1, "owners", "p", "step", "t", "f", 1, "finance", Instant.EPOCH, fields),
                                MeasureProcess.PAYMENT_PROOF))
                .isInstanceOf(RefusedCase.class)
                .hasMessageContaining("does not say which measure");
    }
}
