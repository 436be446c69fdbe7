package io.redress.casefile.injury;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What Redress writes down of an injury: nothing of what is hurt. */
@Component
class InjuryNotes implements Notes {

    static final Fact TOLD = new Fact("injuryTold", Fact.Kind.WHO);
    static final Note DEPARTMENTS_TOLD = new Note("injury-told", TOLD);
    /** No policy holds on the day of the accident. */
    static final Note NO_POLICY = new Note("injury-no-policy");

    @Override
    public List<Note> notes() {
        return List.of(DEPARTMENTS_TOLD, NO_POLICY);
    }
}
