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
 * The deadlines of the cases. Each change is computed in one place, stored, told to the timers, and written
 * down as an event with who and why. All instants are whole seconds: starts and acts are cut down (rule 11).
 */
@Service
public class Deadlines {

    private final DeadlineStore store;
    private final DeadlinePolicy policy;
    private final PolicyCases cases;
    private final CalendarBook calendars;
    private final DeadlineKeeper keeper;

    Deadlines(
            DeadlineStore store,
            DeadlinePolicy policy,
            PolicyCases cases,
            CalendarBook calendars,
            DeadlineKeeper keeper) {
        this.store = store;
        this.policy = policy;
        this.cases = cases;
        this.calendars = calendars;
        this.keeper = keeper;
    }

    /** The deadlines of a case, in the order in which they were started. */
    public List<Deadline> of(long complaintId) {
        return store.of(complaintId);
    }

    /** The deadline that leads: of those that run, the one that is due first. */
    public Optional<Deadline> leading(long complaintId) {
        return store.of(complaintId).stream()
                .filter(deadline -> deadline.state() == DeadlineState.RUNNING && deadline.dueAt() != null)
                .min(Comparator.comparing(Deadline::dueAt));
    }

    /**
     * Starts the deadlines that the policy gives the case and that it does not have yet. A deadline whose due instant
     * can't be computed is kept as such.
     *
     * @param startsWith what happened, as the policy calls it: {@code receipt}
     * @param start when it happened; the deadlines count from here
     * @return the deadlines, those that can't be computed among them
     */
    @Transactional
    public List<Deadline> start(long complaintId, String startsWith, Instant start, Instant now, String who) {
        return start(complaintId, List.of(startsWith), start, now, who);
    }

    /** The same for what happens together. */
    @Transactional
    public List<Deadline> start(long complaintId, List<String> startsWith, Instant start, Instant now, String who) {
        PolicyCase known = cases.find(complaintId);
        List<Deadline> present = store.lock(complaintId);
        List<Deadline> started = startsWith.stream()
                .flatMap(event -> policy.of(event, known.facts()).stream()
                        .filter(row -> row.target() != null)
                        .map(row -> started(
                                present, complaintId, event, row.kind(), row, known.calendar(), start, now, who)))
                .toList();
        keeper.follow(complaintId, now);
        return started;
    }

    /**
     * The same for what can happen to a case more than once: a deadline of the case that has ended runs anew from the start, as
     * the policy now says; one that still runs goes on as it is.
     */
    @Transactional
    public List<Deadline> startAnew(long complaintId, String startsWith, Instant start, Instant now, String who) {
        PolicyCase known = cases.find(complaintId);
        Map<String, Policy> rows = policy.of(startsWith, known.facts()).stream()
                .filter(row -> row.target() != null)
                .collect(Collectors.toMap(Policy::kind, Function.identity()));
        keeper.locked(complaintId, deadline -> deadline.ended() && rows.containsKey(deadline.kind()))
                .forEach(deadline -> keeper.change(
                        deadline.begunAnew(start.truncatedTo(ChronoUnit.SECONDS))
                                .withTerms(Deadline.Terms.of(rows.get(deadline.kind()), known.calendar())),
                        now,
                        who,
                        "started",
                        startsWith));
        return start(complaintId, startsWith, start, now, who);
    }

    /**
     * Starts the policy's deadline with a target that this case alone has; one of that kind that the case has already begins
     * anew with it. No change of the policy moves it.
     */
    @Transactional
    public Deadline startOwn(long complaintId, String startsWith, Target own, Instant start, Instant now, String who) {
        return startOwn(complaintId, startsWith, null, own, start, now, who);
    }

    /** The same with the target that the policy has now. */
    @Transactional
    public Deadline startOwn(long complaintId, String startsWith, Instant start, Instant now, String who) {
        Policy row = policy.of(startsWith, cases.find(complaintId).facts()).get(0);
        return startOwn(complaintId, startsWith, null, row.target(), start, now, who);
    }

    private Deadline startOwn(
            long complaintId, String startsWith, String name, Target own, Instant start, Instant now, String who) {
        PolicyCase known = cases.find(complaintId);
        Policy row = policy.of(startsWith, known.facts()).get(0);
        String called = name == null ? row.kind() : name;
        Policy policy = new Policy(row.kind(), own, row.warnPercent(), row.escalateTo(), row.pausable());
        List<Deadline> deadlines = store.lock(complaintId);
        Deadline started = deadlines.stream()
                .filter(deadline ->
                        deadline.kind().equals(row.kind()) && deadline.name().equals(called))
                .findFirst()
                .map(deadline -> keeper.change(
                        deadline.begunAnew(start.truncatedTo(ChronoUnit.SECONDS))
                                .withTerms(Deadline.Terms.of(policy, known.calendar())),
                        now,
                        who,
                        "started",
                        startsWith))
                .orElseGet(
                        () -> started(deadlines, complaintId, null, called, policy, known.calendar(), start, now, who));
        keeper.follow(complaintId, now);
        return started;
    }

    /** The same with a date: due when that day ends (rule 1). */
    @Transactional
    public Deadline startOwn(long complaintId, String startsWith, LocalDate date, Instant now, String who) {
        return startOwn(complaintId, startsWith, null, date, now, who);
    }

    /**
     * The same for one of several of its kind.
     *
     * @param name what people call it
     */
    @Transactional
    public Deadline startOwn(
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
    public Deadline startOutside(
            long complaintId, String name, Policy outside, Instant start, Instant now, String who) {
        Deadline started = started(
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

    /** A deadline that is there already stays as it is; a new one waits for what the others of its case wait for. */
    private Deadline started(
            List<Deadline> deadlines,
            long complaintId,
            String startsWith,
            String name,
            Policy row,
            String calendar,
            Instant start,
            Instant now,
            String who) {
        Optional<Deadline> present = deadlines.stream()
                .filter(deadline ->
                        deadline.kind().equals(row.kind()) && deadline.name().equals(name))
                .findFirst();
        if (present.isPresent()) {
            return present.get();
        }
        Deadline deadline = keeper.computed(new Deadline(
                0,
                complaintId,
                row.kind(),
                startsWith,
                name,
                Deadline.Terms.of(row, calendar),
                DeadlineState.RUNNING,
                start.truncatedTo(ChronoUnit.SECONDS),
                Deadline.Reckoning.NONE,
                null,
                row.pausable() ? waits(deadlines) : List.of()));
        Deadline started = deadline.withId(store.insert(deadline));
        started.pauses().forEach(pause -> store.beginPause(started.id(), pause.reason(), pause.from(), who));
        store.event(started.id(), now, who, "started", started.dueAt(), started.notComputable());
        return started;
    }

    /** What the case waits for now, each since when. */
    private static List<Deadline.PausePeriod> waits(List<Deadline> deadlines) {
        return deadlines.stream()
                .filter(deadline -> !deadline.ended())
                .flatMap(deadline -> deadline.pauses().stream())
                .filter(Deadline.PausePeriod::open)
                .distinct()
                .toList();
    }

    /** What the deadline asked for is done. At the due instant it is in time; later, the breach is on record all the same. */
    @Transactional
    public void meet(long complaintId, String kind, Instant now, String who) {
        meet(complaintId, deadline -> deadline.kind().equals(kind), now, who);
    }

    /** The same for one of several of its kind. */
    @Transactional
    public void meet(long complaintId, String kind, String name, Instant now, String who) {
        meet(
                complaintId,
                deadline -> deadline.kind().equals(kind) && deadline.name().equals(name),
                now,
                who);
    }

    private void meet(long complaintId, Predicate<Deadline> which, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (Deadline deadline : keeper.locked(complaintId, deadline -> which.test(deadline) && !deadline.ended())) {
            boolean late = deadline.dueAt() != null && at.isAfter(deadline.dueAt());
            if (late && deadline.state() == DeadlineState.RUNNING) {
                // Nobody needs telling any more, but it was late.
                store.stage(deadline.id(), Stage.DUE, deadline.dueAt(), at, false);
            }
            keeper.end(
                    deadline,
                    late ? DeadlineState.BREACHED : DeadlineState.MET,
                    at,
                    who,
                    late ? "met-late" : "met",
                    null);
        }
        keeper.follow(complaintId, now);
    }

    /** What was waited for has not come by the due instant, and the case goes on without it. */
    @Transactional
    public void lapse(long complaintId, String kind, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (Deadline deadline :
                keeper.locked(complaintId, deadline -> deadline.kind().equals(kind) && !deadline.ended())) {
            if (deadline.dueAt() != null
                    && !store.stages(deadline.id(), deadline.dueAt()).contains(Stage.DUE)) {
                store.stage(deadline.id(), Stage.DUE, deadline.dueAt(), at, false);
            }
            keeper.end(deadline, DeadlineState.BREACHED, at, who, "lapsed", null);
        }
        keeper.follow(complaintId, now);
    }

    /** What the deadlines of these kinds ask for can't be done, or need not. */
    @Transactional
    public void cancel(long complaintId, Set<String> kinds, Instant now, String who, String why) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        keeper.locked(complaintId, deadline -> deadline.state().open() && kinds.contains(deadline.kind()))
                .forEach(deadline -> keeper.end(deadline, DeadlineState.CANCELLED, at, who, "cancelled", why));
        keeper.follow(complaintId, now);
    }

    /** The case is judged, or judged anew: open deadlines that began with that event and that it now does not have are over. */
    @Transactional
    public void cancelOthers(long complaintId, String startsWith, Instant now, String who, String why) {
        Set<String> given = policy.of(startsWith, cases.find(complaintId).facts()).stream()
                .map(Policy::kind)
                .collect(Collectors.toSet());
        Set<String> others = store.of(complaintId).stream()
                .filter(deadline -> startsWith.equals(deadline.startsWith()) && !given.contains(deadline.kind()))
                .map(Deadline::kind)
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
        keeper.locked(complaintId, deadline -> !deadline.ended() && !kinds.contains(deadline.kind()))
                .forEach(deadline -> keeper.end(
                        deadline,
                        deadline.state().open() ? DeadlineState.CANCELLED : DeadlineState.BREACHED,
                        at,
                        who,
                        deadline.state().open() ? "cancelled" : "ended",
                        why));
        keeper.follow(complaintId, now);
    }

    /**
     * The case waits for somebody outside; a deadline that is due already is not moved by it (rule 5). Waiting for several, it
     * goes on when the last has come.
     */
    @Transactional
    public void pause(long complaintId, PauseReason reason, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (Deadline deadline : keeper.locked(complaintId, deadline -> !deadline.ended() && deadline.pausable())) {
            if (deadline.waitsFor(reason)) {
                continue;
            }
            store.beginPause(deadline.id(), reason, at, who);
            List<Deadline.PausePeriod> pauses = new ArrayList<>(deadline.pauses());
            pauses.add(new Deadline.PausePeriod(reason, at, null));
            keeper.change(deadline.withPauses(pauses), at, who, "paused", reason.name());
        }
        keeper.follow(complaintId, now);
    }

    /** What was waited for has come: the deadlines go on. */
    @Transactional
    public void resume(long complaintId, PauseReason reason, Instant now, String who) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        keeper.locked(complaintId, deadline -> deadline.waitsFor(reason))
                .forEach(deadline -> keeper.resume(deadline, reason, at, who));
        keeper.follow(complaintId, now);
    }

    /** Gives a deadline that has not ended another target; one that was breached runs again when it gets another due instant. */
    @Transactional
    public void retarget(
            long complaintId, String kind, String name, Target target, Instant now, String who, String why) {
        for (Deadline deadline : keeper.locked(
                complaintId,
                deadline -> deadline.kind().equals(kind) && deadline.name().equals(name) && !deadline.ended())) {
            keeper.change(deadline.withTarget(target), now.truncatedTo(ChronoUnit.SECONDS), who, "changed", why);
        }
        keeper.follow(complaintId, now);
    }

    /**
     * The case goes on in another one. Of each deadline that runs in both, the stricter goes on there; what an authority set
     * for the one holds for the other.
     *
     * @param why such as the number of the case that ends
     */
    @Transactional
    public void join(long complaintId, long into, Instant now, String who, String why) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Deadline> there = store.lock(into);
        for (Deadline deadline : store.of(complaintId)) {
            if (deadline.ended() || deadline.dueAt() == null) {
                continue;
            }
            Policy own = deadline.terms().policy(deadline.kind());
            Optional<Deadline> same = there.stream()
                    .filter(other ->
                            other.kind().equals(deadline.kind()) && other.name().equals(deadline.name()))
                    .findFirst();
            if (same.isEmpty() && deadline.kind().equals(Deadline.OUTSIDE)) {
                started(there, into, null, deadline.name(), own, deadline.calendar(), deadline.startedAt(), now, who);
            }
            same.filter(other -> !other.ended() && other.dueAt() != null)
                    .map(other -> other.withTerms(deadline.terms()).ofItsOwn(deadline.startedAt()))
                    .filter(stricter -> keeper.counted(stricter).dueAt() != null
                            && keeper.counted(stricter)
                                    .dueAt()
                                    .isBefore(same.get().dueAt()))
                    .ifPresent(stricter -> keeper.change(stricter, at, who, "changed", why));
        }
        keeper.follow(into, now);
    }

    /** When the deadline of this kind is due; of several, the one that runs and is due first. */
    public Optional<Instant> due(long complaintId, String kind) {
        return store.of(complaintId).stream()
                .filter(deadline -> deadline.kind().equals(kind) && deadline.dueAt() != null)
                .min(Comparator.comparing((Deadline deadline) -> deadline.endedAt() != null)
                        .thenComparing(Deadline::dueAt))
                .map(Deadline::dueAt);
    }

    /** When time next does something to the deadlines of a case, as they stand now. */
    public Schedule schedule(long complaintId) {
        return keeper.schedule(store.of(complaintId));
    }
}
