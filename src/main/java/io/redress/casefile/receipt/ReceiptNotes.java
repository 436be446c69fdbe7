package io.redress.casefile.receipt;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What Redress writes down of a declaration. */
@Component
class ReceiptNotes implements Notes {

    static final Fact STATE = new Fact("declarationState", Fact.Kind.CODE);
    static final Fact HOLD_UNTIL = new Fact("declarationHoldUntil", Fact.Kind.MOMENT);
    /** The case that it has come from. */
    static final Fact TAKEN_FROM = new Fact("declarationTakenFrom", Fact.Kind.TEXT);

    static final Note DECLARATION = new Note("loss-declaration", STATE, HOLD_UNTIL, TAKEN_FROM);

    @Override
    public List<Note> notes() {
        return List.of(DECLARATION);
    }
}
