package io.redress.process.measure;

import io.redress.casefile.Answers;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.plan.MeasureFormatter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The measure that a step carries out. */
@Component
class MeasureAnswers implements Answers {

    private final Measures measures;
    private final MeasureFormatter words;

    MeasureAnswers(Measures measures, MeasureFormatter words) {
        this.measures = measures;
        this.words = words;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(MeasureProcess.MEASURE.key())
                && step.get(MeasureProcess.MEASURE_ID.name()) instanceof BigDecimal id) {
            answers.put(
                    MeasureProcess.MEASURE.key(),
                    measures.find(id.longValueExact())
                            .filter(measure -> measure.complaintId() == complaintId)
                            .map(words::line)
                            .orElse(null));
        }
        return answers;
    }
}
