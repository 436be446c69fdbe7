package io.redress.casefile.insurance;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What Redress writes down of a claim. */
@Component
class ClaimNotes implements Notes {

    static final Fact INSURER = new Fact("claimInsurer", Fact.Kind.TEXT);
    static final Fact NUMBER = new Fact("claimNumber", Fact.Kind.TEXT);
    static final Fact AMOUNT = new Fact("claimAmount", Fact.Kind.TEXT);
    /** The answer, the proof, or the reason. */
    static final Fact SAID = new Fact("claimSaid", Fact.Kind.TEXT);

    static final Note REPORTED = note("claim-reported");
    static final Note ANSWERED = note("claim-answered");
    static final Note DECIDED = note("claim-decided");
    static final Note SUBMITTED = note("claim-submitted");
    static final Note INSURER_DECIDED = note("claim-insurer-decided");
    static final Note PAID_OUT = note("claim-paid-out");
    static final Note PAYOUT_OVER = note("claim-payout-over");
    static final Note SHORTFALL = note("claim-shortfall");
    static final Note CLOSED = note("claim-closed");

    private static Note note(String step) {
        return new Note(step, INSURER, NUMBER, AMOUNT, SAID);
    }

    @Override
    public List<Note> notes() {
        return List.of(
                REPORTED, ANSWERED, DECIDED, SUBMITTED, INSURER_DECIDED, PAID_OUT, PAYOUT_OVER, SHORTFALL, CLOSED);
    }
}
