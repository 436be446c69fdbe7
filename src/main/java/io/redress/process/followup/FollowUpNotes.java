package io.redress.process.followup;

import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of problems that came back. */
@Component
public final class FollowUpNotes implements Notes {

    static final Note REOPENED = new Note("reopened");

    @Override
    public List<Note> notes() {
        return List.of(REOPENED);
    }
}
