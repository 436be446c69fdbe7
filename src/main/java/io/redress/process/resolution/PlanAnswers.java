package io.redress.process.resolution;

import io.redress.casefile.Answers;
import io.redress.language.Sentences;
import io.redress.measure.Measure;
import io.redress.measure.Measures;
import io.redress.people.Groups;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The measures of a plan as forms show them: all, for whoever approves them, or the one that a step carries out. */
@Component
class PlanAnswers implements Answers {

    private final Measures measures;
    private final Groups groups;
    private final Sentences sentences;

    PlanAnswers(Measures measures, Groups groups, Sentences sentences) {
        this.measures = measures;
        this.groups = groups;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains("measures")) {
            answers.put(
                    "measures",
                    measures.newest(complaintId).stream().map(this::line).collect(Collectors.joining("\n")));
        }
        if (keys.contains("measure") && step.get(ResolutionProcess.MEASURE_ID.name()) instanceof BigDecimal id) {
            answers.put(
                    "measure",
                    measures.find(id.longValueExact())
                            .filter(measure -> measure.complaintId() == complaintId)
                            .map(this::line)
                            .orElse(null));
        }
        return answers;
    }

    private String line(Measure measure) {
        return sentences.say(
                "plan.line",
                measure.planned().description(),
                groups.find(measure.planned().department())
                        .map(group -> group.name(sentences.language()))
                        .orElse(measure.planned().department()),
                measure.planned().dueOn().toString());
    }
}
