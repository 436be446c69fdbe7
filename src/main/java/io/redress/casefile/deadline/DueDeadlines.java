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

/** The deadlines that time has come to: what is due, what comes near, which pauses are over. Each is recorded once. */
@Service
public class DueDeadlines {

    /** Who acts when time does. */
    private static final String TIME = "redress";

    private final DeadlineStore store;
    private final DeadlineKeeper keeper;

    DueDeadlines(DeadlineStore store, DeadlineKeeper keeper) {
        this.store = store;
        this.keeper = keeper;
    }

    /**
     * Running deadlines that were due before that moment without a breach on record, and pauses that should have ended by
     * themselves: nothing was there to fire.
     */
    public List<Deadline> overlooked(Instant before) {
        return store.overlooked(before);
    }

    /** Whether something can still become of a deadline of this kind: it runs or waits, or is late and not done. */
    public boolean open(long complaintId, String kind) {
        return store.of(complaintId).stream()
                .anyMatch(deadline -> deadline.kind().equals(kind) && !deadline.ended());
    }

    /** Records which deadlines of this kind are due, each once for each due value, whoever asks how often. */
    @Transactional
    public List<Fired> breach(long complaintId, String kind, Instant now) {
        return breach(complaintId, deadline -> deadline.kind().equals(kind), now);
    }

    /**
     * Records what is due in the case and not on record yet, of those deadlines that are passed up; of several kinds the one that
     * was due first. Where the diagram says what follows when a deadline is due, that step records it.
     */
    @Transactional
    public List<Fired> breach(long complaintId, Instant now) {
        return breach(complaintId, deadline -> !deadline.endsAWait(), now);
    }

    private List<Fired> breach(long complaintId, Predicate<Deadline> which, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Deadline> due = keeper
                .locked(
                        complaintId,
                        deadline -> which.test(deadline)
                                && deadline.runs()
                                && !deadline.dueAt().isAfter(at))
                .stream()
                .sorted(Comparator.comparing(Deadline::dueAt))
                .toList();
        List<Fired> fired = due.stream()
                .filter(deadline -> deadline.kind().equals(due.get(0).kind()))
                .map(deadline -> breached(deadline, at))
                .toList();
        if (!fired.isEmpty()) {
            keeper.follow(complaintId, now);
        }
        return fired;
    }

    /** The last stage counts; the one before, if nobody came to it, is recorded as skipped (rule 11). */
    private Fired breached(Deadline deadline, Instant at) {
        if (deadline.atRiskAt() != null && !keeper.warned(deadline)) {
            store.stage(deadline.id(), Stage.AT_RISK, deadline.dueAt(), at, false);
            store.event(deadline.id(), at, TIME, "skipped", deadline.dueAt(), Stage.AT_RISK.name());
        }
        store.stage(deadline.id(), Stage.DUE, deadline.dueAt(), at, true);
        Deadline breached = deadline.withState(DeadlineState.BREACHED, null);
        store.update(breached);
        store.event(deadline.id(), at, TIME, "breached", deadline.dueAt(), null);
        return new Fired(breached, Stage.DUE);
    }

    /** Records which deadlines of the case have come near their due instants, each once for each due value. */
    @Transactional
    public List<Fired> near(long complaintId, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Fired> near =
                keeper.locked(complaintId, deadline -> deadline.near(at) && !keeper.warned(deadline)).stream()
                        .map(deadline -> {
                            store.stage(deadline.id(), Stage.AT_RISK, deadline.dueAt(), at, true);
                            store.event(deadline.id(), at, TIME, "at-risk", deadline.dueAt(), null);
                            return new Fired(deadline, Stage.AT_RISK);
                        })
                        .toList();
        // Always: a timer that fired for nothing must not do so again at once.
        keeper.follow(complaintId, now);
        return near;
    }

    /** Ends the pauses of the case that have lasted as long as a pause may; the deadlines go on from there. */
    @Transactional
    public List<Fired> endPauses(long complaintId, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Fired> over = new ArrayList<>();
        for (Deadline deadline : keeper.locked(complaintId, deadline -> !deadline.ended())) {
            Deadline running = deadline;
            for (Deadline.PausePeriod pause : deadline.pauses()) {
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
