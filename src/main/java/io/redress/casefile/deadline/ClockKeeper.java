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

/** What every change of a clock goes through: locked with its case, computed, stored, written down as an event, told to the timers. */
@Component
class ClockKeeper {

    private static final String RECEIPT_HOLD = "RECEIPT_HOLD";

    private final ClockStore store;
    private final CalendarBook calendars;
    private final ClockTimers timers;
    private final Sentences sentences;

    ClockKeeper(ClockStore store, CalendarBook calendars, ClockTimers timers, Sentences sentences) {
        this.store = store;
        this.calendars = calendars;
        this.timers = timers;
        this.sentences = sentences;
    }

    Schedule schedule(List<CaseClock> clocks) {
        return new Schedule(clocks, this::warned, this::waitOver);
    }

    boolean warned(CaseClock clock) {
        return store.stages(clock.id(), clock.dueAt()).contains(Stage.AT_RISK);
    }

    void follow(long complaintId, Instant now) {
        List<CaseClock> clocks = store.of(complaintId);
        timers.follow(
                complaintId,
                clocks,
                schedule(clocks),
                now,
                clocks.stream()
                        .map(clock -> clock.mark(now))
                        .max(Comparator.naturalOrder())
                        .orElse(Mark.NONE));
    }

    /**
     * When the wait is over that a clock measures: when it is due; but a customer is tried again on another day, from its
     * opening on (rule 9).
     */
    private Instant waitOver(CaseClock clock) {
        return clock.kind().equals(CaseClock.NEXT_TRY) ? opening(clock) : clock.dueAt();
    }

    private Instant opening(CaseClock clock) {
        try {
            return calendars
                    .find(clock.calendar())
                    .map(calendar -> calendar.firstOpening(clock.dueAt()
                            .atZone(calendar.zone())
                            .toLocalDate()
                            .atStartOfDay(calendar.zone())
                            .toInstant()))
                    .orElse(clock.dueAt());
        } catch (YearNotLoaded | DateOutOfReach e) {
            return clock.dueAt();
        }
    }

    /** Computes what follows from a change and writes it down. */
    CaseClock change(CaseClock clock, Instant at, String who, String what, String why) {
        CaseClock changed = computed(clock);
        store.update(changed);
        store.event(clock.id(), at, who, what, changed.dueAt(), why);
        return changed;
    }

    void end(CaseClock clock, ClockState state, Instant at, String who, String what, String why) {
        for (PauseReason reason : PauseReason.values()) {
            if (clock.waitsFor(reason)) {
                store.endPauses(clock.id(), reason, at);
            }
        }
        store.update(clock.withState(state, at));
        store.event(clock.id(), at, who, what, clock.dueAt(), why);
    }

    List<CaseClock> locked(long complaintId, Predicate<CaseClock> wanted) {
        return store.lock(complaintId).stream().filter(wanted).toList();
    }

    /** The clock as its start, target and pauses make it, by the calendar in force. */
    CaseClock computed(CaseClock clock) {
        CaseClock counted = counted(clock);
        if (counted.dueAt() == null) {
            return counted.withState(counted.waits() ? ClockState.PAUSED : ClockState.RUNNING, null);
        }
        boolean breached = store.stages(counted.id(), counted.dueAt()).contains(Stage.DUE);
        return counted.withState(breached ? ClockState.BREACHED : ClockState.RUNNING, null);
    }

    /** The clock with its instants computed; where a year is missing it says so instead (rule 8). */
    CaseClock counted(CaseClock clock) {
        Optional<WorkingCalendar> calendar = calendars.find(clock.calendar());
        if (calendar.isEmpty()) {
            return clock.withReckoning(
                    new CaseClock.Reckoning(null, false, null, sentences.say("clock.no-calendar", clock.calendar())));
        }
        try {
            Due due = clock.kind().equals(RECEIPT_HOLD)
                    ? calendar.get().dueOnOpenDay(clock.startedAt(), clock.target(), clock.intervals())
                    : calendar.get().due(clock.startedAt(), clock.target(), clock.intervals());
            return clock.withReckoning(new CaseClock.Reckoning(
                    due.at(), due.provisional(), due.parked() ? null : atRisk(clock, calendar.get()), null));
        } catch (YearNotLoaded e) {
            return clock.withReckoning(new CaseClock.Reckoning(null, false, null, e.sentence(sentences)));
        } catch (DateOutOfReach e) {
            return clock.withReckoning(new CaseClock.Reckoning(null, false, null, e.sentence(sentences)));
        }
    }

    /** Null where there is no warning, or where it alone would need a year that is not loaded. */
    private static Instant atRisk(CaseClock clock, WorkingCalendar calendar) {
        try {
            return calendar.atRisk(
                            clock.startedAt(),
                            clock.target(),
                            clock.intervals(),
                            clock.terms().warnPercent())
                    .orElse(null);
        } catch (YearNotLoaded e) {
            return null;
        }
    }

    /** However late anybody comes to it, a pause is over when it ends by itself. */
    CaseClock resume(CaseClock clock, PauseReason reason, Instant at, String who) {
        CaseClock.ClockPause open = clock.pauses().stream()
                .filter(pause -> pause.open() && pause.reason() == reason)
                .findFirst()
                .orElseThrow();
        Instant end = open.endsByItselfAt().filter(at::isAfter).orElse(at);
        store.endPauses(clock.id(), reason, end);
        List<CaseClock.ClockPause> pauses = clock.pauses().stream()
                .map(pause -> pause == open ? new CaseClock.ClockPause(reason, pause.from(), end) : pause)
                .toList();
        return change(clock.withPauses(pauses), end, who, "resumed", reason.name());
    }
}
