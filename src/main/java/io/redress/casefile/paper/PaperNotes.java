package io.redress.casefile.paper;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of its papers. */
@Component
final class PaperNotes implements Notes {

    /** Its name and number. */
    static final Fact PAPER = new Fact("signedPaper", Fact.Kind.TEXT);

    static final Fact SCAN = new Fact("signedScan", Fact.Kind.TEXT);
    static final Fact REPLACED = new Fact("replacedScan", Fact.Kind.TEXT);
    static final Fact BY = new Fact("signedBy", Fact.Kind.WHO);

    static final Note SIGNED = new Note("paper-signed", PAPER, SCAN, BY);
    static final Note SCAN_REPLACED = new Note("paper-scan-replaced", PAPER, SCAN, REPLACED, BY);

    @Override
    public List<Note> notes() {
        return List.of(SIGNED, SCAN_REPLACED);
    }
}
