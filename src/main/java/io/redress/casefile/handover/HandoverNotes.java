package io.redress.casefile.handover;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of who had it and who has it. */
@Component
public final class HandoverNotes implements Notes {

    public static final Fact FROM = new Fact("from", Fact.Kind.WHO);
    public static final Fact TO = new Fact("to", Fact.Kind.WHO);
    public static final Fact BY = new Fact("by", Fact.Kind.WHO);
    public static final Fact TASKS = new Fact("tasks", Fact.Kind.TEXT);

    static final Note HANDED_OVER = new Note("hand-over", FROM, TO, BY, TASKS);

    @Override
    public List<Note> notes() {
        return List.of(HANDED_OVER);
    }
}
