package io.redress.casefile.insurance;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What Redress writes down of a claim beside what people said in forms. */
@Component
class ClaimNotes implements Notes {

    static final Fact INSURER = new Fact("claimInsurer", Fact.Kind.TEXT);
    static final Fact NUMBER = new Fact("claimNumber", Fact.Kind.TEXT);
    static final Fact AMOUNT = new Fact("claimAmount", Fact.Kind.SUM);
    /** Who bears it and why, or how it ended. */
    static final Fact SAID = new Fact("claimSaid", Fact.Kind.TEXT);

    static final Note SHORTFALL = note("claim-shortfall");
    static final Note CLOSED = note("claim-closed");

    /** Written once beside forms that say the same; whoever has them reads them. */
    private static final List<String> EARLIER = List.of(
            "claim-reported",
            "claim-answered",
            "claim-decided",
            "claim-submitted",
            "claim-insurer-decided",
            "claim-paid-out",
            "claim-payout-over");

    private static Note note(String step) {
        return new Note(step, INSURER, NUMBER, AMOUNT, SAID);
    }

    @Override
    public List<Note> notes() {
        return Stream.concat(EARLIER.stream().map(ClaimNotes::note), Stream.of(SHORTFALL, CLOSED))
                .toList();
    }
}
