package io.redress.clock;

import io.redress.calendar.DateOutOfReach;
import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Due;
import io.redress.calendar.Target;
import io.redress.calendar.WorkingCalendar;
import io.redress.calendar.YearNotLoaded;
import io.redress.language.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Who acts when time does. */
    private static final String TIME = "redress";

    private static final String TASK = "TASK";
    private static final Target WORKING_DAY = new Target(1, DeadlineUnit.WORKING_DAYS);

    private static final String TASK_CAUSED = "task-caused";

    private static final String RECEIPT_HOLD = "RECEIPT_HOLD";

    private final ClockStore store;
    private final ClockPolicy policy;
    private final PolicyCases cases;
    private final CalendarBook calendars;
    private final ClockTimers timers;
    private final Sentences sentences;

    Clocks(
            ClockStore store,
            ClockPolicy policy,
            PolicyCases cases,
            CalendarBook calendars,
            ClockTimers timers,
            Sentences sentences) {
        this.store = store;
        this.policy = policy;
        this.cases = cases;
        this.calendars = calendars;
        this.timers = timers;
        this.sentences = sentences;
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
        follow(complaintId, now);
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
        locked(complaintId, clock -> clock.ended() && rows.containsKey(clock.kind()))
                .forEach(clock -> change(
                        Changes.policy(
                                Changes.begun(clock, start.truncatedTo(ChronoUnit.SECONDS)),
                                rows.get(clock.kind()),
                                known.calendar()),
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
                .map(clock -> change(
                        Changes.policy(
                                Changes.begun(clock, start.truncatedTo(ChronoUnit.SECONDS)), policy, known.calendar()),
                        now,
                        who,
                        "started",
                        startsWith))
                .orElseGet(() -> started(clocks, complaintId, null, called, policy, known.calendar(), start, now, who));
        follow(complaintId, now);
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
        follow(complaintId, now);
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
        CaseClock clock = computed(new CaseClock(
                0,
                complaintId,
                row.kind(),
                startsWith,
                name,
                row.target(),
                calendar,
                row.warnPercent(),
                row.escalateTo(),
                row.pausable(),
                ClockState.RUNNING,
                start.truncatedTo(ChronoUnit.SECONDS),
                null,
                false,
                null,
                null,
                null,
                row.pausable() ? waits(clocks) : List.of()));
        CaseClock started = Changes.id(clock, store.insert(clock));
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
        for (CaseClock clock : locked(complaintId, clock -> which.test(clock) && !clock.ended())) {
            boolean late = clock.dueAt() != null && at.isAfter(clock.dueAt());
            if (late && clock.state() == ClockState.RUNNING) {
                // Nobody needs telling any more, but it was late.
                store.stage(clock.id(), Stage.DUE, clock.dueAt(), at, false);
            }
            end(clock, late ? ClockState.BREACHED : ClockState.MET, at, who, late ? "met-late" : "met", null);
        }
        follow(complaintId, now);
    }

    /** What was waited for has not come by the due instant, and the case goes on without it. */
    @Transactional
    public void lapse(long complaintId, String kind, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (CaseClock clock : locked(complaintId, clock -> clock.kind().equals(kind) && !clock.ended())) {
            if (clock.dueAt() != null
                    && !store.stages(clock.id(), clock.dueAt()).contains(Stage.DUE)) {
                store.stage(clock.id(), Stage.DUE, clock.dueAt(), at, false);
            }
            end(clock, ClockState.BREACHED, at, who, "lapsed", null);
        }
        follow(complaintId, now);
    }

    /** What the clocks of these kinds ask for can't be done, or need not. */
    @Transactional
    public void cancel(long complaintId, Set<String> kinds, Instant now, String who, String why) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        locked(complaintId, clock -> clock.state().open() && kinds.contains(clock.kind()))
                .forEach(clock -> end(clock, ClockState.CANCELLED, at, who, "cancelled", why));
        follow(complaintId, now);
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
        locked(complaintId, clock -> !clock.ended() && !kinds.contains(clock.kind()))
                .forEach(clock -> end(
                        clock,
                        clock.state().open() ? ClockState.CANCELLED : ClockState.BREACHED,
                        at,
                        who,
                        clock.state().open() ? "cancelled" : "ended",
                        why));
        follow(complaintId, now);
    }

    /**
     * The case waits for somebody outside; a clock that is due already is not moved by it (rule 5). Waiting for several, it
     * goes on when the last has come.
     */
    @Transactional
    public void pause(long complaintId, PauseReason reason, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (CaseClock clock : locked(complaintId, clock -> !clock.ended() && clock.pausable())) {
            if (clock.waitsFor(reason)) {
                continue;
            }
            store.beginPause(clock.id(), reason, at, who);
            List<CaseClock.ClockPause> pauses = new ArrayList<>(clock.pauses());
            pauses.add(new CaseClock.ClockPause(reason, at, null));
            change(Changes.pauses(clock, pauses), at, who, "paused", reason.name());
        }
        follow(complaintId, now);
    }

    /** What was waited for has come: the clocks go on. */
    @Transactional
    public void resume(long complaintId, PauseReason reason, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        locked(complaintId, clock -> clock.waitsFor(reason)).forEach(clock -> resume(clock, reason, at, who));
        follow(complaintId, now);
    }

    /** Gives a clock that has not ended another target; one that was breached runs again when it gets another due instant. */
    @Transactional
    public void retarget(
            long complaintId, String kind, String name, Target target, Instant now, String who, String why) {
        for (CaseClock clock : locked(
                complaintId, clock -> clock.kind().equals(kind) && clock.name().equals(name) && !clock.ended())) {
            change(Changes.target(clock, target), now.truncatedTo(ChronoUnit.SECONDS), who, "changed", why);
        }
        follow(complaintId, now);
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
            Policy own =
                    new Policy(clock.kind(), clock.target(), clock.warnPercent(), clock.escalateTo(), clock.pausable());
            Optional<CaseClock> same = there.stream()
                    .filter(other ->
                            other.kind().equals(clock.kind()) && other.name().equals(clock.name()))
                    .findFirst();
            if (same.isEmpty() && clock.kind().equals(CaseClock.OUTSIDE)) {
                started(there, into, null, clock.name(), own, clock.calendar(), clock.startedAt(), now, who);
            }
            same.filter(other -> !other.ended() && other.dueAt() != null)
                    .map(other -> Changes.own(Changes.policy(other, own, clock.calendar()), clock.startedAt()))
                    .filter(stricter -> counted(stricter).dueAt() != null
                            && counted(stricter).dueAt().isBefore(same.get().dueAt()))
                    .ifPresent(stricter -> change(stricter, at, who, "changed", why));
        }
        follow(into, now);
    }

    /** The open clocks of a case whose due instant the calendars and the policy now in force would move. */
    @Transactional(readOnly = true)
    public List<Move> moves(long complaintId) {
        return moves(complaintId, store.of(complaintId));
    }

    /** Recomputes the open clocks of a case by the calendars and the policy now in force; gives what moved. */
    @Transactional
    public List<Move> recompute(long complaintId, Instant now, String who, String why) {
        List<CaseClock> clocks = store.lock(complaintId);
        List<Move> moves = moves(complaintId, clocks);
        List<CaseClock> changed = underPolicy(complaintId, clocks).stream()
                .filter(clock -> !clocks.contains(computed(clock)))
                .toList();
        if (!changed.isEmpty()) {
            changed.forEach(clock -> change(clock, now.truncatedTo(ChronoUnit.SECONDS), who, "changed", why));
            follow(complaintId, now);
        }
        return moves;
    }

    /** The open clocks with the targets that the policy now gives them; where it gives none they keep theirs. */
    private List<CaseClock> underPolicy(long complaintId, List<CaseClock> clocks) {
        PolicyCase known = cases.find(complaintId);
        return clocks.stream()
                .filter(clock -> clock.state().open())
                .map(clock -> clock.startsWith() == null
                        ? clock
                        : policy.of(clock.startsWith(), known.facts()).stream()
                                .filter(row -> row.kind().equals(clock.kind()) && row.target() != null)
                                .findFirst()
                                .map(row -> Changes.policy(clock, row, known.calendar()))
                                .orElse(clock))
                .toList();
    }

    /** The cases with a clock that runs or is paused. */
    public List<Long> casesWithOpenClocks() {
        return store.casesWithOpenClocks();
    }

    /**
     * Running clocks that were due before that moment without a breach on record, and pauses that should have ended by
     * themselves: nothing was there to fire.
     */
    public List<CaseClock> overlooked(Instant before) {
        return store.overlooked(before);
    }

    /** When time next does something to the clocks of a case, as they stand now. */
    public Schedule schedule(long complaintId) {
        return schedule(store.of(complaintId));
    }

    private Schedule schedule(List<CaseClock> clocks) {
        return new Schedule(clocks, this::warned, this::waitOver);
    }

    private boolean warned(CaseClock clock) {
        return store.stages(clock.id(), clock.dueAt()).contains(Stage.AT_RISK);
    }

    /** When the clock of this kind is due; of several, the one that runs and is due first. */
    public Optional<Instant> due(long complaintId, String kind) {
        return store.of(complaintId).stream()
                .filter(clock -> clock.kind().equals(kind) && clock.dueAt() != null)
                .min(Comparator.comparing((CaseClock clock) -> clock.endedAt() != null)
                        .thenComparing(CaseClock::dueAt))
                .map(CaseClock::dueAt);
    }

    /**
     * When a task without a clock of its own is due, from the policy's row {@code TASK}; empty where that can't be computed,
     * since the task must be there all the same (rule 8).
     */
    public Optional<Instant> taskDue(long complaintId, Instant now) {
        return policy.of(TASK_CAUSED, cases.find(complaintId).facts()).stream()
                .filter(row -> row.kind().equals(TASK))
                .findFirst()
                .flatMap(row -> after(complaintId, row.target(), now));
    }

    /** When a target that begins now is over, on the calendar of the case; empty where that can't be computed (rule 8). */
    public Optional<Instant> after(long complaintId, Target target, Instant now) {
        return computed(complaintId, calendar -> calendar.add(now, target));
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

    /** Whether the site of the case is open then; so it is where its hours are not known. */
    public boolean open(long complaintId, Instant then) {
        return computed(complaintId, calendar -> calendar.firstOpening(then))
                .map(opening -> !opening.isAfter(then))
                .orElse(true);
    }

    /** The end of that day where the case is handled. */
    public Optional<Instant> endOf(long complaintId, LocalDate day) {
        return computed(complaintId, calendar -> calendar.endOf(day));
    }

    /**
     * When half of what remains of the leading clock is over, but not before the next working day has ended (processes §14):
     * of its time, or of the opening time where its target is counted in days (rule 10). Empty as above.
     */
    public Optional<Instant> halfOfTheRest(long complaintId, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        Optional<CaseClock> leading =
                leading(complaintId).filter(clock -> clock.dueAt().isAfter(from));
        return computed(complaintId, calendar -> {
            Instant least = calendar.add(from, WORKING_DAY);
            return leading.map(clock -> half(clock, calendar, from))
                    .filter(half -> half.isAfter(least))
                    .orElse(least);
        });
    }

    private static Instant half(CaseClock clock, WorkingCalendar calendar, Instant from) {
        DeadlineUnit unit = clock.target().unit();
        boolean elapsed = unit == DeadlineUnit.MINUTES || unit == DeadlineUnit.HOURS;
        return elapsed
                ? from.plusSeconds(Duration.between(from, clock.dueAt()).toSeconds() / 2)
                : calendar.halfway(from, clock.dueAt());
    }

    private Optional<Instant> computed(long complaintId, Function<WorkingCalendar, Instant> question) {
        try {
            return calendars.find(cases.find(complaintId).calendar()).map(question);
        } catch (YearNotLoaded | DateOutOfReach e) {
            return Optional.empty();
        }
    }

    /** Records which clocks of this kind are due, each once for each due value, whoever asks how often. */
    @Transactional
    public List<Fired> breach(long complaintId, String kind, Instant now) {
        return breach(complaintId, clock -> clock.kind().equals(kind), now);
    }

    /**
     * Records what is due in the case and not on record yet, of those clocks that are passed up; of several kinds the one that
     * was due first. Where the diagram says what follows when a clock is due, that step records it.
     */
    @Transactional
    public List<Fired> breach(long complaintId, Instant now) {
        return breach(complaintId, clock -> !clock.endsAWait(), now);
    }

    private List<Fired> breach(long complaintId, Predicate<CaseClock> which, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<CaseClock> due =
                locked(
                                complaintId,
                                clock -> which.test(clock)
                                        && clock.runs()
                                        && !clock.dueAt().isAfter(at))
                        .stream()
                        .sorted(Comparator.comparing(CaseClock::dueAt))
                        .toList();
        List<Fired> fired = due.stream()
                .filter(clock -> clock.kind().equals(due.get(0).kind()))
                .map(clock -> breached(clock, at))
                .toList();
        if (!fired.isEmpty()) {
            follow(complaintId, now);
        }
        return fired;
    }

    /** The last stage counts; the one before, if nobody came to it, is recorded as skipped (rule 11). */
    private Fired breached(CaseClock clock, Instant at) {
        if (clock.atRiskAt() != null && !warned(clock)) {
            store.stage(clock.id(), Stage.AT_RISK, clock.dueAt(), at, false);
            store.event(clock.id(), at, TIME, "skipped", clock.dueAt(), Stage.AT_RISK.name());
        }
        store.stage(clock.id(), Stage.DUE, clock.dueAt(), at, true);
        CaseClock breached = Changes.state(clock, ClockState.BREACHED, null);
        store.update(breached);
        store.event(clock.id(), at, TIME, "breached", clock.dueAt(), null);
        return new Fired(breached, Stage.DUE);
    }

    /** Records which clocks of the case have come near their due instants, each once for each due value. */
    @Transactional
    public List<Fired> near(long complaintId, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Fired> near = locked(complaintId, clock -> clock.near(at) && !warned(clock)).stream()
                .map(clock -> {
                    store.stage(clock.id(), Stage.AT_RISK, clock.dueAt(), at, true);
                    store.event(clock.id(), at, TIME, "at-risk", clock.dueAt(), null);
                    return new Fired(clock, Stage.AT_RISK);
                })
                .toList();
        // Always: a timer that fired for nothing must not do so again at once.
        follow(complaintId, now);
        return near;
    }

    /** Ends the pauses of the case that have lasted as long as a pause may; the clocks go on from there. */
    @Transactional
    public List<Fired> endPauses(long complaintId, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Fired> over = new ArrayList<>();
        for (CaseClock clock : locked(complaintId, clock -> !clock.ended())) {
            CaseClock running = clock;
            for (CaseClock.ClockPause pause : clock.pauses()) {
                Optional<Instant> end = pause.endsByItselfAt().filter(instant -> !instant.isAfter(at));
                if (end.isPresent()) {
                    running = resume(running, pause.reason(), at, TIME);
                    over.add(new Fired(running, Stage.PAUSE_ENDED));
                }
            }
        }
        follow(complaintId, now);
        return over;
    }

    private void follow(long complaintId, Instant now) {
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

    /** However late anybody comes to it, a pause is over when it ends by itself. */
    private CaseClock resume(CaseClock clock, PauseReason reason, Instant at, String who) {
        CaseClock.ClockPause open = clock.pauses().stream()
                .filter(pause -> pause.open() && pause.reason() == reason)
                .findFirst()
                .orElseThrow();
        Instant end = open.endsByItselfAt().filter(at::isAfter).orElse(at);
        store.endPauses(clock.id(), reason, end);
        List<CaseClock.ClockPause> pauses = clock.pauses().stream()
                .map(pause -> pause == open ? new CaseClock.ClockPause(reason, pause.from(), end) : pause)
                .toList();
        return change(Changes.pauses(clock, pauses), end, who, "resumed", reason.name());
    }

    /** Computes what follows from a change and writes it down. */
    private CaseClock change(CaseClock clock, Instant at, String who, String what, String why) {
        CaseClock changed = computed(clock);
        store.update(changed);
        store.event(clock.id(), at, who, what, changed.dueAt(), why);
        return changed;
    }

    private void end(CaseClock clock, ClockState state, Instant at, String who, String what, String why) {
        for (PauseReason reason : PauseReason.values()) {
            if (clock.waitsFor(reason)) {
                store.endPauses(clock.id(), reason, at);
            }
        }
        store.update(Changes.state(clock, state, at));
        store.event(clock.id(), at, who, what, clock.dueAt(), why);
    }

    private List<Move> moves(long complaintId, List<CaseClock> clocks) {
        Map<Long, Instant> now = clocks.stream()
                .filter(clock -> clock.dueAt() != null)
                .collect(Collectors.toMap(CaseClock::id, CaseClock::dueAt));
        return underPolicy(complaintId, clocks).stream()
                .map(this::computed)
                .map(clock -> new Move(
                        complaintId,
                        clock.kind(),
                        clock.name(),
                        now.get(clock.id()),
                        clock.dueAt(),
                        clock.provisional()))
                .filter(move -> !Objects.equals(move.from(), move.to()))
                .toList();
    }

    private List<CaseClock> locked(long complaintId, Predicate<CaseClock> wanted) {
        return store.lock(complaintId).stream().filter(wanted).toList();
    }

    /** The clock as its start, target and pauses make it, by the calendar in force. */
    private CaseClock computed(CaseClock clock) {
        CaseClock counted = counted(clock);
        if (counted.dueAt() == null) {
            return Changes.state(counted, counted.waits() ? ClockState.PAUSED : ClockState.RUNNING, null);
        }
        boolean breached = store.stages(counted.id(), counted.dueAt()).contains(Stage.DUE);
        return Changes.state(counted, breached ? ClockState.BREACHED : ClockState.RUNNING, null);
    }

    /** The clock with its instants computed; where a year is missing it says so instead (rule 8). */
    private CaseClock counted(CaseClock clock) {
        Optional<WorkingCalendar> calendar = calendars.find(clock.calendar());
        if (calendar.isEmpty()) {
            return Changes.notComputable(clock, sentences.say("clock.no-calendar", clock.calendar()));
        }
        try {
            Due due = clock.kind().equals(RECEIPT_HOLD)
                    ? calendar.get().dueOnOpenDay(clock.startedAt(), clock.target(), clock.intervals())
                    : calendar.get().due(clock.startedAt(), clock.target(), clock.intervals());
            return Changes.due(clock, due, due.parked() ? null : atRisk(clock, calendar.get()));
        } catch (YearNotLoaded e) {
            return Changes.notComputable(clock, e.sentence(sentences));
        } catch (DateOutOfReach e) {
            return Changes.notComputable(clock, e.sentence(sentences));
        }
    }

    /** Null where there is no warning, or where it alone would need a year that is not loaded. */
    private static Instant atRisk(CaseClock clock, WorkingCalendar calendar) {
        try {
            return calendar.atRisk(clock.startedAt(), clock.target(), clock.intervals(), clock.warnPercent())
                    .orElse(null);
        } catch (YearNotLoaded e) {
            return null;
        }
    }
}
