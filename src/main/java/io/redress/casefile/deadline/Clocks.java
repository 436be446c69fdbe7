package io.redress.casefile.deadline;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of the cases (deadlines.md). Each change is computed in one place, stored, told to the timers, and written
 * down as an event with who and why. All instants are whole seconds: starts and acts are cut down (rule 11).
 */
@Service
public class Clocks {

    private final ClockStore store;
    private final ClockPolicy policy;
    private final PolicyCases cases;
    private final CalendarBook calendars;
    private final ClockKeeper keeper;

    Clocks(ClockStore store, ClockPolicy policy, PolicyCases cases, CalendarBook calendars, ClockKeeper keeper) {
        this.store = store;
        this.policy = policy;
        this.cases = cases;
        this.calendars = calendars;
        this.keeper = keeper;
    }

    /** The clocks of a case, in the order in which they were started. */
    public List<CaseClock> of(long complaintId) {
        return store.of(complaintId);
    }

    /** The clock that leads: of those that run, the one that is due first. */
    public Optional<CaseClock> leading(long complaintId) {
        return store.of(complaintId).stream()
                .filter(clock -> clock.state() == ClockState.RUNNING && clock.dueAt() != null)
                .min(Comparator.comparing(CaseClock::dueAt));
    }

    /**
     * Starts the clocks that the policy gives the case and that it does not have yet. A clock whose due instant
     * can't be computed is kept as such.
     *
     * @param startsWith what happened, as the policy calls it: {@code receipt}
     * @param start when it happened; the clocks count from here
     * @return the clocks, those that can't be computed among them
     */
    @Transactional
    public List<CaseClock> start(long complaintId, String startsWith, Instant start, Instant now, String who) {
        return start(complaintId, List.of(startsWith), start, now, who);
    }

    /** The same for what happens together. */
    @Transactional
    public List<CaseClock> start(long complaintId, List<String> startsWith, Instant start, Instant now, String who) {
        PolicyCase known = cases.find(complaintId);
        List<CaseClock> present = store.lock(complaintId);
        List<CaseClock> started = startsWith.stream()
                .flatMap(event -> policy.of(event, known.facts()).stream()
                        .filter(row -> row.target() != null)
                        .map(row -> started(
                                present, complaintId, event, row.kind(), row, known.calendar(), start, now, who)))
                .toList();
        keeper.follow(complaintId, now);
        return started;
    }

    /**
     * The same for what can happen to a case more than once: a clock of the case that has ended runs anew from the start, as
     * the policy now says; one that still runs goes on as it is.
     */
    @Transactional
    public List<CaseClock> startAnew(long complaintId, String startsWith, Instant start, Instant now, String who) {
        PolicyCase known = cases.find(complaintId);
        Map<String, Policy> rows = policy.of(startsWith, known.facts()).stream()
                .filter(row -> row.target() != null)
                .collect(Collectors.toMap(Policy::kind, Function.identity()));
        keeper.locked(complaintId, clock -> clock.ended() && rows.containsKey(clock.kind()))
                .forEach(clock -> keeper.change(
                        clock.begunAnew(start.truncatedTo(ChronoUnit.SECONDS))
                                .withTerms(CaseClock.Terms.of(rows.get(clock.kind()), known.calendar())),
                        now,
                        who,
                        "started",
                        startsWith));
        return start(complaintId, startsWith, start, now, who);
    }

    /**
     * Starts the policy's clock with a target that this case alone has; one of that kind that the case has already begins
     * anew with it. No change of the policy moves it.
     */
    @Transactional
    public CaseClock startOwn(long complaintId, String startsWith, Target own, Instant start, Instant now, String who) {
        return startOwn(complaintId, startsWith, null, own, start, now, who);
    }

    private CaseClock startOwn(
            long complaintId, String startsWith, String name, Target own, Instant start, Instant now, String who) {
        PolicyCase known = cases.find(complaintId);
        Policy row = policy.of(startsWith, known.facts()).get(0);
        String called = name == null ? row.kind() : name;
        Policy policy = new Policy(row.kind(), own, row.warnPercent(), row.escalateTo(), row.pausable());
        List<CaseClock> clocks = store.lock(complaintId);
        CaseClock started = clocks.stream()
                .filter(clock -> clock.kind().equals(row.kind()) && clock.name().equals(called))
                .findFirst()
                .map(clock -> keeper.change(
                        clock.begunAnew(start.truncatedTo(ChronoUnit.SECONDS))
                                .withTerms(CaseClock.Terms.of(policy, known.calendar())),
                        now,
                        who,
                        "started",
                        startsWith))
                .orElseGet(() -> started(clocks, complaintId, null, called, policy, known.calendar(), start, now, who));
        keeper.follow(complaintId, now);
        return started;
    }

    /** The same with a date: due when that day ends (rule 1). */
    @Transactional
    public CaseClock startOwn(long complaintId, String startsWith, LocalDate date, Instant now, String who) {
        return startOwn(complaintId, startsWith, null, date, now, who);
    }

    /**
     * The same for one of several of its kind.
     *
     * @param name what people call it
     */
    @Transactional
    public CaseClock startOwn(
            long complaintId, String startsWith, String name, LocalDate date, Instant now, String who) {
        ZoneId zone = calendars
                .find(cases.find(complaintId).calendar())
                .map(WorkingCalendar::zone)
                .orElse(ZoneId.systemDefault());
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), date);
        // The day of the start is never counted: what ends today has begun yesterday.
        Instant start = days > 0 ? now : date.atStartOfDay(zone).toInstant().minusSeconds(1);
        return startOwn(
                complaintId, startsWith, name, new Target(Math.max(1, days), DeadlineUnit.DAYS), start, now, who);
    }

    /** Gives the case a deadline that an outside authority has set; its policy is of the kind {@code OUTSIDE}. */
    @Transactional
    public CaseClock startOutside(
            long complaintId, String name, Policy outside, Instant start, Instant now, String who) {
        CaseClock started = started(
                store.lock(complaintId),
                complaintId,
                null,
                name,
                outside,
                cases.find(complaintId).calendar(),
                start,
                now,
                who);
        keeper.follow(complaintId, now);
        return started;
    }

    /** A clock that is there already stays as it is; a new one waits for what the others of its case wait for. */
    private CaseClock started(
            List<CaseClock> clocks,
            long complaintId,
            String startsWith,
            String name,
            Policy row,
            String calendar,
            Instant start,
            Instant now,
            String who) {
        Optional<CaseClock> present = clocks.stream()
                .filter(clock -> clock.kind().equals(row.kind()) && clock.name().equals(name))
                .findFirst();
        if (present.isPresent()) {
            return present.get();
        }
        CaseClock clock = keeper.computed(new CaseClock(
                0,
                complaintId,
                row.kind(),
                startsWith,
                name,
                CaseClock.Terms.of(row, calendar),
                ClockState.RUNNING,
                start.truncatedTo(ChronoUnit.SECONDS),
                CaseClock.Reckoning.NONE,
                null,
                row.pausable() ? waits(clocks) : List.of()));
        CaseClock started = clock.withId(store.insert(clock));
        started.pauses().forEach(pause -> store.beginPause(started.id(), pause.reason(), pause.from(), who));
        store.event(started.id(), now, who, "started", started.dueAt(), started.notComputable());
        return started;
    }

    /** What the case waits for now, each since when. */
    private static List<CaseClock.ClockPause> waits(List<CaseClock> clocks) {
        return clocks.stream()
                .filter(clock -> !clock.ended())
                .flatMap(clock -> clock.pauses().stream())
                .filter(CaseClock.ClockPause::open)
                .distinct()
                .toList();
    }

    /** What the clock asked for is done. At the due instant it is in time; later, the breach is on record all the same. */
    @Transactional
    public void meet(long complaintId, String kind, Instant now, String who) {
        meet(complaintId, clock -> clock.kind().equals(kind), now, who);
    }

    /** The same for one of several of its kind. */
    @Transactional
    public void meet(long complaintId, String kind, String name, Instant now, String who) {
        meet(complaintId, clock -> clock.kind().equals(kind) && clock.name().equals(name), now, who);
    }

    private void meet(long complaintId, Predicate<CaseClock> which, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (CaseClock clock : keeper.locked(complaintId, clock -> which.test(clock) && !clock.ended())) {
            boolean late = clock.dueAt() != null && at.isAfter(clock.dueAt());
            if (late && clock.state() == ClockState.RUNNING) {
                // Nobody needs telling any more, but it was late.
                store.stage(clock.id(), Stage.DUE, clock.dueAt(), at, false);
            }
            keeper.end(clock, late ? ClockState.BREACHED : ClockState.MET, at, who, late ? "met-late" : "met", null);
        }
        keeper.follow(complaintId, now);
    }

    /** What was waited for has not come by the due instant, and the case goes on without it. */
    @Transactional
    public void lapse(long complaintId, String kind, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (CaseClock clock : keeper.locked(complaintId, clock -> clock.kind().equals(kind) && !clock.ended())) {
            if (clock.dueAt() != null
                    && !store.stages(clock.id(), clock.dueAt()).contains(Stage.DUE)) {
                store.stage(clock.id(), Stage.DUE, clock.dueAt(), at, false);
            }
            keeper.end(clock, ClockState.BREACHED, at, who, "lapsed", null);
        }
        keeper.follow(complaintId, now);
    }

    /** What the clocks of these kinds ask for can't be done, or need not. */
    @Transactional
    public void cancel(long complaintId, Set<String> kinds, Instant now, String who, String why) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        keeper.locked(complaintId, clock -> clock.state().open() && kinds.contains(clock.kind()))
                .forEach(clock -> keeper.end(clock, ClockState.CANCELLED, at, who, "cancelled", why));
        keeper.follow(complaintId, now);
    }

    /** The case is judged, or judged anew: open clocks that began with that event and that it now does not have are over. */
    @Transactional
    public void cancelOthers(long complaintId, String startsWith, Instant now, String who, String why) {
        Set<String> given = policy.of(startsWith, cases.find(complaintId).facts()).stream()
                .map(Policy::kind)
                .collect(Collectors.toSet());
        Set<String> others = store.of(complaintId).stream()
                .filter(clock -> startsWith.equals(clock.startsWith()) && !given.contains(clock.kind()))
                .map(CaseClock::kind)
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            cancel(complaintId, others, now, who, why);
        }
    }

    /** The case ends: what still runs has nothing to wait for, and what was breached stays breached. */
    @Transactional
    public void cancelAll(long complaintId, Instant now, String who, String why) {
        cancelAllBut(Set.of(), complaintId, now, who, why);
    }

    /** The same, of all but these kinds. */
    @Transactional
    public void cancelAllBut(Set<String> kinds, long complaintId, Instant now, String who, String why) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        keeper.locked(complaintId, clock -> !clock.ended() && !kinds.contains(clock.kind()))
                .forEach(clock -> keeper.end(
                        clock,
                        clock.state().open() ? ClockState.CANCELLED : ClockState.BREACHED,
                        at,
                        who,
                        clock.state().open() ? "cancelled" : "ended",
                        why));
        keeper.follow(complaintId, now);
    }

    /**
     * The case waits for somebody outside; a clock that is due already is not moved by it (rule 5). Waiting for several, it
     * goes on when the last has come.
     */
    @Transactional
    public void pause(long complaintId, PauseReason reason, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (CaseClock clock : keeper.locked(complaintId, clock -> !clock.ended() && clock.pausable())) {
            if (clock.waitsFor(reason)) {
                continue;
            }
            store.beginPause(clock.id(), reason, at, who);
            List<CaseClock.ClockPause> pauses = new ArrayList<>(clock.pauses());
            pauses.add(new CaseClock.ClockPause(reason, at, null));
            keeper.change(clock.withPauses(pauses), at, who, "paused", reason.name());
        }
        keeper.follow(complaintId, now);
    }

    /** What was waited for has come: the clocks go on. */
    @Transactional
    public void resume(long complaintId, PauseReason reason, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        keeper.locked(complaintId, clock -> clock.waitsFor(reason))
                .forEach(clock -> keeper.resume(clock, reason, at, who));
        keeper.follow(complaintId, now);
    }

    /** Gives a clock that has not ended another target; one that was breached runs again when it gets another due instant. */
    @Transactional
    public void retarget(
            long complaintId, String kind, String name, Target target, Instant now, String who, String why) {
        for (CaseClock clock : keeper.locked(
                complaintId, clock -> clock.kind().equals(kind) && clock.name().equals(name) && !clock.ended())) {
            keeper.change(clock.withTarget(target), now.truncatedTo(ChronoUnit.SECONDS), who, "changed", why);
        }
        keeper.follow(complaintId, now);
    }

    /**
     * The case goes on in another one. Of each clock that runs in both, the stricter goes on there; what an authority set
     * for the one holds for the other.
     *
     * @param why such as the number of the case that ends
     */
    @Transactional
    public void join(long complaintId, long into, Instant now, String who, String why) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<CaseClock> there = store.lock(into);
        for (CaseClock clock : store.of(complaintId)) {
            if (clock.ended() || clock.dueAt() == null) {
                continue;
            }
            Policy own = clock.terms().policy(clock.kind());
            Optional<CaseClock> same = there.stream()
                    .filter(other ->
                            other.kind().equals(clock.kind()) && other.name().equals(clock.name()))
                    .findFirst();
            if (same.isEmpty() && clock.kind().equals(CaseClock.OUTSIDE)) {
                started(there, into, null, clock.name(), own, clock.calendar(), clock.startedAt(), now, who);
            }
            same.filter(other -> !other.ended() && other.dueAt() != null)
                    .map(other -> other.withTerms(clock.terms()).ofItsOwn(clock.startedAt()))
                    .filter(stricter -> keeper.counted(stricter).dueAt() != null
                            && keeper.counted(stricter)
                                    .dueAt()
                                    .isBefore(same.get().dueAt()))
                    .ifPresent(stricter -> keeper.change(stricter, at, who, "changed", why));
        }
        keeper.follow(into, now);
    }

    /** When the clock of this kind is due; of several, the one that runs and is due first. */
    public Optional<Instant> due(long complaintId, String kind) {
        return store.of(complaintId).stream()
                .filter(clock -> clock.kind().equals(kind) && clock.dueAt() != null)
                .min(Comparator.comparing((CaseClock clock) -> clock.endedAt() != null)
                        .thenComparing(CaseClock::dueAt))
                .map(CaseClock::dueAt);
    }

    /** When time next does something to the clocks of a case, as they stand now. */
    public Schedule schedule(long complaintId) {
        return keeper.schedule(store.of(complaintId));
    }
}
