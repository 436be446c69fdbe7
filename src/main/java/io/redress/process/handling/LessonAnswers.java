package io.redress.process.handling;

import io.redress.casefile.Answers;
import io.redress.entry.Entries;
import io.redress.entry.Entry;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The cause that was found, for whoever writes down the lesson: one line more suffices then. */
@Component
class LessonAnswers implements Answers {

    private static final String CAUSE = "lessonCause";
    private static final int LONGEST = 4_000;

    private final Entries entries;

    LessonAnswers(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        if (!keys.contains(CAUSE)) {
            return Map.of();
        }
        String found = entries.of(complaintId).stream()
                .map(Entry::fields)
                .map(fields -> (String) fields.get("cause"))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        return found.isEmpty() ? Map.of() : Map.of(CAUSE, found.substring(0, Math.min(LONGEST, found.length())));
    }
}
