package io.redress.process.handling;

import io.redress.casefile.Answers;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.lifecycle.LessonFields;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The cause that was found, for whoever writes down the lesson: one line more suffices then. */
@Component
class LessonAnswers implements Answers {

    private static final int LONGEST = 4_000;

    private final Entries entries;

    LessonAnswers(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        if (!keys.contains(HandlingProcess.LESSON_CAUSE.key())) {
            return Map.of();
        }
        String found = entries.of(complaintId).stream()
                .flatMap(entry -> LessonFields.CAUSE.find(entry).stream())
                .distinct()
                .collect(Collectors.joining("\n"));
        return found.isEmpty()
                ? Map.of()
                : Map.of(HandlingProcess.LESSON_CAUSE.key(), found.substring(0, Math.min(LONGEST, found.length())));
    }
}
