package io.redress.casefile.measure;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of its plans and measures. */
@Component
public final class MeasureNotes implements Notes {

    public static final Fact PLAN_REVISION = new Fact("planRevision", Fact.Kind.TEXT);
    public static final Fact PLANNED_BY = new Fact("plannedBy", Fact.Kind.WHO);
    public static final Fact PLANNED_MEASURES = new Fact("plannedMeasures", Fact.Kind.TEXT);
    public static final Fact MEASURE = new Fact("measureId", Fact.Kind.HIDDEN);
    public static final Fact MEASURE_DONE = new Fact("measureDone", Fact.Kind.TEXT);
    public static final Fact MEASURE_DONE_BY = new Fact("measureDoneBy", Fact.Kind.WHO);
    public static final Fact MEASURE_EVIDENCE = new Fact("measureEvidence", Fact.Kind.TEXT);
    public static final Fact MEASURE_DROPPED = new Fact("measureDropped", Fact.Kind.TEXT);
    public static final Fact MEASURE_DROPPED_BY = new Fact("measureDroppedBy", Fact.Kind.WHO);
    public static final Fact MEASURE_OVERDUE_NOTIFIED = new Fact("measureOverdueNotified", Fact.Kind.TEXT);

    static final Note PLAN = new Note("plan", PLAN_REVISION, PLANNED_BY, PLANNED_MEASURES);
    static final Note AGREED = new Note("plan-agreed", PLAN_REVISION);
    static final Note DONE = new Note("measure-done", MEASURE, MEASURE_DONE, MEASURE_DONE_BY, MEASURE_EVIDENCE);
    static final Note DROPPED = new Note("measure-dropped", MEASURE, MEASURE_DROPPED, MEASURE_DROPPED_BY);
    static final Note OVERDUE = new Note("measure-overdue", MEASURE, MEASURE_OVERDUE_NOTIFIED);

    @Override
    public List<Note> notes() {
        return List.of(PLAN, AGREED, DONE, DROPPED, OVERDUE);
    }
}
