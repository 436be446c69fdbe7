package io.redress.casefile.deadline;

import io.redress.casefile.Answers;
import io.redress.casefile.entry.FormField;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The third line at the head of every form: when the next deadline is due, and why. */
@Component
class DeadlineAnswers implements Answers {

    static final FormField<String> NEXT_DUE = new FormField<>("nextDue", String.class);
    static final FormField<String> DEADLINES = new FormField<>("deadlines", String.class);

    private static final int LONGEST = 4_000;

    private final Deadlines deadlines;
    private final DeadlineFormatter words;

    DeadlineAnswers(Deadlines deadlines, DeadlineFormatter words) {
        this.deadlines = deadlines;
        this.words = words;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(NEXT_DUE.key())) {
            deadlines.leading(complaintId).ifPresent(deadline -> answers.put(NEXT_DUE.key(), words.line(deadline)));
        }
        if (keys.contains(DEADLINES.key())) {
            String explained = deadlines.of(complaintId).stream()
                    .map(deadline -> String.join("\n", lines(words.line(deadline), words.explain(deadline))))
                    .collect(Collectors.joining("\n\n"));
            answers.put(DEADLINES.key(), explained.substring(0, Math.min(LONGEST, explained.length())));
        }
        return answers;
    }

    private static List<String> lines(String head, List<String> because) {
        return because.stream().collect(Collectors.collectingAndThen(Collectors.toList(), steps -> {
            steps.add(0, head);
            return steps;
        }));
    }
}
