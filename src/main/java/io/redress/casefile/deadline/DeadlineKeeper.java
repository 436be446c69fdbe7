package io.redress.casefile.deadline;

import io.redress.calendar.DateOutOfReach;
import io.redress.calendar.Due;
import io.redress.calendar.WorkingCalendar;
import io.redress.calendar.YearNotLoaded;
import io.redress.language.Sentences;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What every change of a deadline goes through: locked with its case, computed, stored, written down as an event, told to the timers. */
@Component
class DeadlineKeeper {

    private static final String RECEIPT_HOLD = "RECEIPT_HOLD";

    private final DeadlineStore store;
    private final CalendarBook calendars;
    private final DeadlineTimers timers;
    private final Sentences sentences;

    DeadlineKeeper(DeadlineStore store, CalendarBook calendars, DeadlineTimers timers, Sentences sentences) {
        this.store = store;
        this.calendars = calendars;
        this.timers = timers;
        this.sentences = sentences;
    }

    Schedule schedule(List<Deadline> deadlines) {
        return new Schedule(deadlines, this::warned, this::waitOver);
    }

    boolean warned(Deadline deadline) {
        return store.stages(deadline.id(), deadline.dueAt()).contains(Stage.AT_RISK);
    }

    void follow(long complaintId, Instant now) {
        List<Deadline> deadlines = store.of(complaintId);
        timers.follow(
                complaintId,
                deadlines,
                schedule(deadlines),
                now,
                deadlines.stream()
                        .map(deadline -> deadline.mark(now))
                        .max(Comparator.naturalOrder())
                        .orElse(Urgency.NONE));
    }

    /**
     * When the wait is over that a deadline measures: when it is due; but a customer is tried again on another day, from its
     * opening on (rule 9).
     */
    private Instant waitOver(Deadline deadline) {
        return deadline.kind().equals(Deadline.NEXT_TRY) ? opening(deadline) : deadline.dueAt();
    }

    private Instant opening(Deadline deadline) {
        try {
            return calendars
                    .find(deadline.calendar())
                    .map(calendar -> calendar.firstOpening(deadline.dueAt()
                            .atZone(calendar.zone())
                            .toLocalDate()
                            .atStartOfDay(calendar.zone())
                            .toInstant()))
                    .orElse(deadline.dueAt());
        } catch (YearNotLoaded | DateOutOfReach e) {
            return deadline.dueAt();
        }
    }

    /** Computes what follows from a change and writes it down. */
    Deadline change(Deadline deadline, Instant at, String who, String what, String why) {
        Deadline changed = computed(deadline);
        store.update(changed);
        store.event(deadline.id(), at, who, what, changed.dueAt(), why);
        return changed;
    }

    void end(Deadline deadline, DeadlineState state, Instant at, String who, String what, String why) {
        for (PauseReason reason : PauseReason.values()) {
            if (deadline.waitsFor(reason)) {
                store.endPauses(deadline.id(), reason, at);
            }
        }
        store.update(deadline.withState(state, at));
        store.event(deadline.id(), at, who, what, deadline.dueAt(), why);
    }

    List<Deadline> locked(long complaintId, Predicate<Deadline> wanted) {
        return store.lock(complaintId).stream().filter(wanted).toList();
    }

    /** The deadline as its start, target and pauses make it, by the calendar in force. */
    Deadline computed(Deadline deadline) {
        Deadline counted = counted(deadline);
        if (counted.dueAt() == null) {
            return counted.withState(counted.waits() ? DeadlineState.PAUSED : DeadlineState.RUNNING, null);
        }
        boolean breached = store.stages(counted.id(), counted.dueAt()).contains(Stage.DUE);
        return counted.withState(breached ? DeadlineState.BREACHED : DeadlineState.RUNNING, null);
    }

    /** The deadline with its instants computed; where a year is missing it says so instead (rule 8). */
    Deadline counted(Deadline deadline) {
        Optional<WorkingCalendar> calendar = calendars.find(deadline.calendar());
        if (calendar.isEmpty()) {
            return deadline.withReckoning(new Deadline.Reckoning(
                    null, false, null, sentences.say("deadline.no-calendar", deadline.calendar())));
        }
        try {
            Due due = deadline.kind().equals(RECEIPT_HOLD)
                    ? calendar.get().dueOnOpenDay(deadline.startedAt(), deadline.target(), deadline.intervals())
                    : calendar.get().due(deadline.startedAt(), deadline.target(), deadline.intervals());
            return deadline.withReckoning(new Deadline.Reckoning(
                    due.at(), due.provisional(), due.parked() ? null : atRisk(deadline, calendar.get()), null));
        } catch (YearNotLoaded e) {
            return deadline.withReckoning(new Deadline.Reckoning(null, false, null, e.sentence(sentences)));
        } catch (DateOutOfReach e) {
            return deadline.withReckoning(new Deadline.Reckoning(null, false, null, e.sentence(sentences)));
        }
    }

    /** Null where there is no warning, or where it alone would need a year that is not loaded. */
    private static Instant atRisk(Deadline deadline, WorkingCalendar calendar) {
        try {
            return calendar.atRisk(
                            deadline.startedAt(),
                            deadline.target(),
                            deadline.intervals(),
                            deadline.terms().warnPercent())
                    .orElse(null);
        } catch (YearNotLoaded e) {
            return null;
        }
    }

    /** However late anybody comes to it, a pause is over when it ends by itself. */
    Deadline resume(Deadline deadline, PauseReason reason, Instant at, String who) {
        Deadline.PausePeriod open = deadline.pauses().stream()
                .filter(pause -> pause.open() && pause.reason() == reason)
                .findFirst()
                .orElseThrow();
        Instant end = open.endsByItselfAt().filter(at::isAfter).orElse(at);
        store.endPauses(deadline.id(), reason, end);
        List<Deadline.PausePeriod> pauses = deadline.pauses().stream()
                .map(pause -> pause == open ? new Deadline.PausePeriod(reason, pause.from(), end) : pause)
                .toList();
        return change(deadline.withPauses(pauses), end, who, "resumed", reason.name());
    }
}
