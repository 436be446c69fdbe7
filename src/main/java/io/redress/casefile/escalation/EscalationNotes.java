package io.redress.casefile.escalation;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of its deadlines and of who was told of them. */
@Component
public final class EscalationNotes implements Notes {

    public static final Fact DEADLINE_NAME = new Fact("deadline", Fact.Kind.DEADLINE);
    public static final Fact STAGE = new Fact("stage", Fact.Kind.CODE);
    public static final Fact DUE_AT = new Fact("dueAt", Fact.Kind.MOMENT);
    public static final Fact NOTIFIED = new Fact("notified", Fact.Kind.WHO);
    public static final Fact REASON = new Fact("reason", Fact.Kind.CODE);
    public static final Fact SILENT = new Fact("silent", Fact.Kind.WHO);
    public static final Fact DECISION = new Fact("decision", Fact.Kind.CODE);
    public static final Fact BY = new Fact("by", Fact.Kind.WHO);
    public static final Fact LEVEL = new Fact("level", Fact.Kind.WHO);
    public static final Fact ORDER_DUE = new Fact("orderDue", Fact.Kind.MOMENT);

    public static final Fact TASK = new Fact("overdueTask", Fact.Kind.TEXT);
    public static final Fact HOLDER = new Fact("holder", Fact.Kind.WHO);

    /** A deadline has come to one of its stages. */
    static final Note DEADLINE = new Note("deadline", DEADLINE_NAME, STAGE, DUE_AT, NOTIFIED);
    /** The case was passed up. */
    static final Note ESCALATION = new Note("escalation", REASON, SILENT, NOTIFIED);

    static final Note DECIDED = new Note("escalation-decision", DECISION, BY, LEVEL, ORDER_DUE);
    static final Note REMINDER = new Note("escalation-reminder", NOTIFIED);
    /** A task without a deadline of its own is not done in time. */
    static final Note TASK_OVERDUE = new Note("task-overdue", TASK, DUE_AT, HOLDER, NOTIFIED);

    @Override
    public List<Note> notes() {
        return List.of(DEADLINE, ESCALATION, DECIDED, REMINDER, TASK_OVERDUE);
    }
}
