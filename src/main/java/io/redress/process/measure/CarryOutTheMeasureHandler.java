package io.redress.process.measure;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The measure is carried out. */
@Component
class CarryOutTheMeasureHandler implements SubmitHandler {

    private final DoneMeasures measures;

    CarryOutTheMeasureHandler(DoneMeasures measures) {
        this.measures = measures;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(MeasureProcess.DONE, MeasureProcess.RESULT);
    }

    @Override
    public void submit(Entry submission) {
        measures.done(submission, MeasureProcess.RESULT);
    }
}
