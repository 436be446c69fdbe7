package io.redress.process.measure;

import io.redress.casefile.SubmitHandler;
import io.redress.entry.Entry;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The money is paid, by somebody who may: whoever may not hears so at once. */
@Component
class PayTheCompensationHandler implements SubmitHandler {

    private final DoneMeasures measures;

    PayTheCompensationHandler(DoneMeasures measures) {
        this.measures = measures;
    }

    @Override
    public Map<String, Class<?>> reads() {
        return Map.of("measureId", BigDecimal.class, "paymentProof", String.class);
    }

    @Override
    public void submit(Entry submission) {
        measures.done(submission, "paymentProof");
    }
}
