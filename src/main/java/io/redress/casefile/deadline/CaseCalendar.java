package io.redress.casefile.deadline;

import io.redress.calendar.DateOutOfReach;
import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.calendar.WorkingCalendar;
import io.redress.calendar.YearNotLoaded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What the calendar of a case says: instants that no deadline of it measures. Empty where one can’t be computed (rule 8). */
@Service
public class CaseCalendar {

    private static final String TASK = "TASK";
    private static final Target WORKING_DAY = new Target(1, DeadlineUnit.WORKING_DAYS);

    private static final String TASK_CAUSED = "task-caused";

    private final DeadlinePolicy policy;
    private final PolicyCases cases;
    private final CalendarBook calendars;
    private final Deadlines deadlines;
    private final ObjectProvider<TaskRoute> taskRoutes;

    CaseCalendar(
            DeadlinePolicy policy,
            PolicyCases cases,
            CalendarBook calendars,
            Deadlines deadlines,
            ObjectProvider<TaskRoute> taskRoutes) {
        this.policy = policy;
        this.cases = cases;
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.taskRoutes = taskRoutes;
    }

    /**
     * When a task without a deadline of its own is due, from the policy's row {@code TASK}; empty where that can't be computed,
     * since the task must be there all the same (rule 8).
     */
    public Optional<Instant> taskDue(long complaintId, Instant now) {
        return taskPolicy(complaintId).flatMap(row -> after(complaintId, row.target(), now));
    }

    /** What the policy says of a task of the case that has no deadline of its own; empty where an owner has taken the row out. */
    public Optional<Policy> taskPolicy(long complaintId) {
        CaseFacts own = cases.find(complaintId).facts();
        CaseFacts facts = taskRoutes.stream()
                .flatMap(known -> known.find(complaintId, own.route()).stream())
                .findFirst()
                .map(own::on)
                .orElse(own);
        return policy.of(TASK_CAUSED, facts).stream()
                .filter(row -> row.kind().equals(TASK))
                .findFirst();
    }

    /** When a target that begins now is over, on the calendar of the case; empty where that can't be computed (rule 8). */
    public Optional<Instant> after(long complaintId, Target target, Instant now) {
        return computed(complaintId, calendar -> calendar.add(now, target));
    }

    /** When one working day that begins now is over; empty as above. */
    public Optional<Instant> workingDay(long complaintId, Instant now) {
        return after(complaintId, WORKING_DAY, now);
    }

    /** When the site of the case opens on its next working day: that day's reminder (rule 9); empty as above. */
    public Optional<Instant> nextWorkingDay(long complaintId, Instant now) {
        return computed(complaintId, calendar -> calendar.openingOfWorkingDay(now, 1));
    }

    /** When people are told again of what is overdue: the opening of each n-th working day since, the next one after now. */
    public Optional<Instant> again(long complaintId, Instant since, int workingDays, Instant now) {
        return computed(complaintId, calendar -> {
            Instant next;
            int times = 0;
            do {
                times++;
                next = calendar.openingOfWorkingDay(since, (long) workingDays * times);
            } while (!next.isAfter(now));
            return next;
        });
    }

    /** The first instant from then on at which the site of the case is open; empty as above. */
    public Optional<Instant> opening(long complaintId, Instant then) {
        return computed(complaintId, calendar -> calendar.firstOpening(then));
    }

    /** Whether the site of the case is open then; so it is where its hours are not known. */
    public boolean open(long complaintId, Instant then) {
        return opening(complaintId, then).map(opening -> !opening.isAfter(then)).orElse(true);
    }

    /** The end of that day where the case is handled. */
    public Optional<Instant> endOf(long complaintId, LocalDate day) {
        return computed(complaintId, calendar -> calendar.endOf(day));
    }

    /**
     * When half of what remains of the leading deadline is over, but not before the next working day has ended:
     * of its time, or of the opening time where its target is counted in days (rule 10). Empty as above.
     */
    public Optional<Instant> halfOfTheRest(long complaintId, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        Optional<Deadline> leading = deadlines
                .leading(complaintId)
                .filter(deadline -> deadline.dueAt().isAfter(from));
        return computed(complaintId, calendar -> {
            Instant least = calendar.add(from, WORKING_DAY);
            return leading.map(deadline -> half(deadline, calendar, from))
                    .filter(half -> half.isAfter(least))
                    .orElse(least);
        });
    }

    private static Instant half(Deadline deadline, WorkingCalendar calendar, Instant from) {
        DeadlineUnit unit = deadline.target().unit();
        boolean elapsed = unit == DeadlineUnit.MINUTES || unit == DeadlineUnit.HOURS;
        return elapsed
                ? from.plusSeconds(Duration.between(from, deadline.dueAt()).toSeconds() / 2)
                : calendar.halfway(from, deadline.dueAt());
    }

    private Optional<Instant> computed(long complaintId, Function<WorkingCalendar, Instant> question) {
        try {
            return calendars.find(cases.find(complaintId).calendar()).map(question);
        } catch (YearNotLoaded | DateOutOfReach e) {
            return Optional.empty();
        }
    }
}
