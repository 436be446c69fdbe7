package io.redress.casefile.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clocks that time has come to: what is due, what comes near, which pauses are over. Each is recorded once. */
@Service
public class DueClocks {

    /** Who acts when time does. */
    private static final String TIME = "redress";

    private final ClockStore store;
    private final ClockKeeper keeper;

    DueClocks(ClockStore store, ClockKeeper keeper) {
        this.store = store;
        this.keeper = keeper;
    }

    /**
     * Running clocks that were due before that moment without a breach on record, and pauses that should have ended by
     * themselves: nothing was there to fire.
     */
    public List<CaseClock> overlooked(Instant before) {
        return store.overlooked(before);
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
                keeper
                        .locked(
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
            keeper.follow(complaintId, now);
        }
        return fired;
    }

    /** The last stage counts; the one before, if nobody came to it, is recorded as skipped (rule 11). */
    private Fired breached(CaseClock clock, Instant at) {
        if (clock.atRiskAt() != null && !keeper.warned(clock)) {
            store.stage(clock.id(), Stage.AT_RISK, clock.dueAt(), at, false);
            store.event(clock.id(), at, TIME, "skipped", clock.dueAt(), Stage.AT_RISK.name());
        }
        store.stage(clock.id(), Stage.DUE, clock.dueAt(), at, true);
        CaseClock breached = clock.withState(ClockState.BREACHED, null);
        store.update(breached);
        store.event(clock.id(), at, TIME, "breached", clock.dueAt(), null);
        return new Fired(breached, Stage.DUE);
    }

    /** Records which clocks of the case have come near their due instants, each once for each due value. */
    @Transactional
    public List<Fired> near(long complaintId, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Fired> near = keeper.locked(complaintId, clock -> clock.near(at) && !keeper.warned(clock)).stream()
                .map(clock -> {
                    store.stage(clock.id(), Stage.AT_RISK, clock.dueAt(), at, true);
                    store.event(clock.id(), at, TIME, "at-risk", clock.dueAt(), null);
                    return new Fired(clock, Stage.AT_RISK);
                })
                .toList();
        // Always: a timer that fired for nothing must not do so again at once.
        keeper.follow(complaintId, now);
        return near;
    }

    /** Ends the pauses of the case that have lasted as long as a pause may; the clocks go on from there. */
    @Transactional
    public List<Fired> endPauses(long complaintId, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Fired> over = new ArrayList<>();
        for (CaseClock clock : keeper.locked(complaintId, clock -> !clock.ended())) {
            CaseClock running = clock;
            for (CaseClock.ClockPause pause : clock.pauses()) {
                Optional<Instant> end = pause.endsByItselfAt().filter(instant -> !instant.isAfter(at));
                if (end.isPresent()) {
                    running = keeper.resume(running, pause.reason(), at, TIME);
                    over.add(new Fired(running, Stage.PAUSE_ENDED));
                }
            }
        }
        keeper.follow(complaintId, now);
        return over;
    }
}
