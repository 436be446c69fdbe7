package io.redress.engine.deadline;

import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.deadline.Deadlines;
import io.redress.engine.variable.CaseVariables;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.stereotype.Component;

/** What diagrams ask the deadlines: {@code ${deadlines.overdue(execution, 'RESOLUTION')}} in a timer, {@code deadlines.due} in a task. */
@Component
public class DeadlineExpressions {

    /** Far enough away: a case without that deadline, or with a parked one, has nothing due. */
    static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    private static final int REMINDER_DAYS = 5;

    private final Deadlines deadlines;
    private final CaseCalendar calendar;
    private final Clock clock;

    DeadlineExpressions(Deadlines deadlines, CaseCalendar calendar, Clock clock) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The time cycle of a timer for the breach of the deadlines of this kind, in ISO-8601: when the next of them is due, far away
     * where none is.
     */
    public String overdue(VariableScope execution, String kind) {
        return cycle(execution, TimerQuestion.overdue(kind));
    }

    /** The time cycle of the timer that tells owners of what is near, in ISO-8601: when the case's next deadline comes near. */
    public String near(VariableScope execution) {
        return cycle(execution, TimerQuestion.near());
    }

    /** The time cycle of the timer that ends pauses, in ISO-8601: when the case's next pause has lasted as long as it may. */
    public String pauseOver(VariableScope execution) {
        return cycle(execution, TimerQuestion.pauseOver());
    }

    /**
     * The date of a timer that ends a wait: when the deadline of this kind is due, far away while it stands still or can't be
     * computed.
     */
    public Date until(VariableScope execution, String kind) {
        return Date.from(next(execution, TimerQuestion.until(kind)));
    }

    /** The due date of a task; null while its deadline is parked or can't be computed. */
    public Date due(VariableScope execution, String kind) {
        return CaseVariables.CASE_ID
                .find(execution)
                .flatMap(id -> deadlines.due(id, kind))
                .map(Date::from)
                .orElse(null);
    }

    /**
     * The due date of a task that has no deadline of its own, by the policy's row {@code TASK}: one working day on the calendar of the
     * case's site, 30 minutes where somebody is hurt or others than the customer must know at once. When it has passed,
     * {@link OverdueTaskWatch} has it told.
     */
    public Date task(VariableScope execution) {
        return CaseVariables.CASE_ID
                .find(execution)
                .flatMap(id -> calendar.taskDue(id, clock.instant()))
                .map(Date::from)
                .orElse(null);
    }

    /** The due date of a task that hurries less than others of its case: one working day on the calendar of the case's site. */
    public Date workingDay(VariableScope execution) {
        return CaseVariables.CASE_ID
                .find(execution)
                .flatMap(id -> calendar.workingDay(id, clock.instant()))
                .map(Date::from)
                .orElse(null);
    }

    /** Until when the level that is asked has time to answer; far away where nobody stands above it. */
    public Date answer(VariableScope execution) {
        return Date.from(EscalationVariables.ANSWER_BY
                .find(execution)
                .map(Instant::parse)
                .orElse(NEVER));
    }

    /**
     * The time cycle of the reminders of a level above which nobody stands, in ISO-8601: each working day when the site opens,
     * from the next one on.
     */
    public String reminder(VariableScope execution) {
        Instant next = CaseVariables.CASE_ID
                .find(execution)
                .filter(id -> EscalationVariables.ANSWER_BY.find(execution).isEmpty())
                .flatMap(id -> calendar.nextWorkingDay(id, clock.instant()))
                .orElse(NEVER);
        return "R/" + next + "/PT1S";
    }

    /**
     * The time cycle of a timer that tells again of a measure which is still not carried out, in ISO-8601: each fifth working
     * day after it was due, when the site opens. Nothing is told where it is not known when it was due.
     */
    public String lateMeasure(VariableScope execution) {
        Instant next = CaseVariables.MEASURE_DUE
                .find(execution)
                .map(Instant::parse)
                .flatMap(due -> CaseVariables.CASE_ID
                        .find(execution)
                        .flatMap(id -> calendar.again(id, due, REMINDER_DAYS, clock.instant())))
                .orElse(NEVER);
        return "R/" + next + "/PT1S";
    }

    /**
     * The time cycle of a timer that reminds of what is waited for, in ISO-8601: each fifth working day from now on, when the site
     * opens.
     */
    public String remind(VariableScope execution) {
        Instant now = clock.instant();
        Instant next = CaseVariables.CASE_ID
                .find(execution)
                .flatMap(id -> calendar.again(id, now, REMINDER_DAYS, now))
                .orElse(NEVER);
        return "R/" + next + "/PT1S";
    }

    /**
     * The engine asks again while the timer fires, before what it fires for has been recorded; that must not count then. The
     * repetition is for an instant that is over by the time the engine reads it: the next second does as well.
     */
    private String cycle(VariableScope execution, TimerQuestion question) {
        return "R/" + next(execution, question) + "/PT1S";
    }

    private Instant next(VariableScope execution, TimerQuestion question) {
        return CaseVariables.CASE_ID
                .find(execution)
                .flatMap(id -> question.answer(deadlines.schedule(id), clock.instant(), !firing(question)))
                .orElse(NEVER);
    }

    private static boolean firing(TimerQuestion question) {
        CommandContext context = Context.getCommandContext();
        return context != null
                && context.getCurrentJob() instanceof TimerEntity timer
                && TimerQuestion.of(timer).filter(question::equals).isPresent();
    }
}
