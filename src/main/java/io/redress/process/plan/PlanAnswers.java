package io.redress.process.plan;

import io.redress.casefile.Answers;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.plan.MeasureFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The measures of the newest plan, for whoever approves them. */
@Component
class PlanAnswers implements Answers {

    private final Measures measures;
    private final MeasureFormatter words;

    PlanAnswers(Measures measures, MeasureFormatter words) {
        this.measures = measures;
        this.words = words;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        return keys.contains(PlanProcess.MEASURES.key())
                ? Map.of(
                        PlanProcess.MEASURES.key(),
                        measures.newest(complaintId).stream().map(words::line).collect(Collectors.joining("\n")))
                : Map.of();
    }
}
