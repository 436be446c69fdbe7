package io.redress.process.measure;

import io.redress.casefile.SubmitHandler;
import io.redress.entry.Entry;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The measure is carried out. */
@Component
class CarryOutTheMeasureHandler implements SubmitHandler {

    private final DoneMeasures measures;

    CarryOutTheMeasureHandler(DoneMeasures measures) {
        this.measures = measures;
    }

    @Override
    public Map<String, Class<?>> reads() {
        return Map.of("measureId", BigDecimal.class, "measureResult", String.class);
    }

    @Override
    public void submit(Entry submission) {
        measures.done(submission, "measureResult");
    }
}
