package io.redress.casefile.health;

import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of its health data: that it is gone, and nothing of what it was. */
@Component
final class HealthNotes implements Notes {

    static final Note ERASED = new Note("health-erased");

    @Override
    public List<Note> notes() {
        return List.of(ERASED);
    }
}
