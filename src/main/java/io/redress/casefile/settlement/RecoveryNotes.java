package io.redress.casefile.settlement;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What Redress writes down of what is fetched back. */
@Component
class RecoveryNotes implements Notes {

    static final Fact DEBTOR = new Fact("recoveryDebtor", Fact.Kind.TEXT);
    static final Fact AMOUNT = new Fact("recoveryAmount", Fact.Kind.SUM);
    /** The proof, or the reason. */
    static final Fact SAID = new Fact("recoverySaid", Fact.Kind.TEXT);

    static final Note OWED = new Note("recovery-owed", DEBTOR, AMOUNT, SAID);
    static final Note RECEIVED = new Note("recovery-received", DEBTOR, AMOUNT, SAID);
    static final Note WRITTEN_OFF = new Note("recovery-written-off", DEBTOR, AMOUNT, SAID);

    @Override
    public List<Note> notes() {
        return List.of(OWED, RECEIVED, WRITTEN_OFF);
    }
}
