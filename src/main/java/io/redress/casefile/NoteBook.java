package io.redress.casefile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The notes of all features. */
@Component
public class NoteBook {

    private final Map<String, Note> notes;

    NoteBook(List<Notes> features) {
        this.notes = features.stream()
                .flatMap(feature -> feature.notes().stream())
                .collect(Collectors.toUnmodifiableMap(Note::step, Function.identity()));
    }

    /** @throws IllegalArgumentException when Redress writes no such note */
    public Note of(String step) {
        Note note = notes.get(step);
        if (note == null) {
            throw new IllegalArgumentException("there is no note " + step);
        }
        return note;
    }
}
