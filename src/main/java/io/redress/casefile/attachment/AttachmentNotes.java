package io.redress.casefile.attachment;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of its attachments. */
@Component
final class AttachmentNotes implements Notes {

    static final Fact NAME = new Fact("attachmentName", Fact.Kind.TEXT);
    static final Fact SHOWS = new Fact("attachmentShows", Fact.Kind.TEXT);
    static final Fact BY = new Fact("attachedBy", Fact.Kind.WHO);

    static final Note ATTACHED = new Note("attachment", NAME, SHOWS, BY);
    static final Note AGAIN = new Note("attachment-again", NAME, BY);
    static final Note TAKEN_BACK = new Note("attachment-taken-back", NAME, BY);

    @Override
    public List<Note> notes() {
        return List.of(ATTACHED, AGAIN, TAKEN_BACK);
    }
}
