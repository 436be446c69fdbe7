package io.redress.casefile.plan;

import io.redress.casefile.measure.Measure;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import org.springframework.stereotype.Component;

/** A measure in one line: what, by whom, until when. */
@Component
public class MeasureFormatter {

    private final Groups groups;
    private final Sentences sentences;

    MeasureFormatter(Groups groups, Sentences sentences) {
        this.groups = groups;
        this.sentences = sentences;
    }

    public String line(Measure measure) {
        return sentences.say(
                "plan.line",
                measure.planned().description(),
                groups.find(measure.planned().department())
                        .map(group -> group.name(sentences.language()))
                        .orElse(measure.planned().department()),
                sentences.language().day().format(measure.planned().dueOn()));
    }
}
