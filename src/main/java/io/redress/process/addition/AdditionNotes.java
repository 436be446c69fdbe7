package io.redress.process.addition;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of cases that came out of it. */
@Component
public final class AdditionNotes implements Notes {

    public static final Fact LINKED_NUMBER = new Fact("linkedNumber", Fact.Kind.TEXT);

    static final Note OTHER_MATTER = new Note("other-matter", LINKED_NUMBER);

    @Override
    public List<Note> notes() {
        return List.of(OTHER_MATTER);
    }
}
