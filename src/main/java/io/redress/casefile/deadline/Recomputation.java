package io.redress.casefile.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * Applies changed calendars and a changed policy to the deadlines that are open: shown first, then done case by case, so that
 * one case that can't be changed now does not hold up the others.
 */
@Service
public class Recomputation {

    private static final int TRIES = 5;

    private final DeadlineStore store;
    private final CaseRecomputation recomputation;
    private final Clock clock;

    Recomputation(DeadlineStore store, CaseRecomputation recomputation, Clock clock) {
        this.store = store;
        this.recomputation = recomputation;
        this.clock = clock;
    }

    /** What would move, from when to when. */
    public List<DueDateChange> dryRun() {
        return store.casesWithOpenDeadlines().stream()
                .flatMap(id -> recomputation.changes(id).stream())
                .toList();
    }

    /** Moves it; gives what was moved. */
    public List<DueDateChange> apply(String who) {
        List<DueDateChange> moved = new ArrayList<>();
        for (long id : store.casesWithOpenDeadlines()) {
            moved.addAll(recompute(id, who));
        }
        return moved;
    }

    /** Again, when a timer of the case was firing at that moment. */
    private List<DueDateChange> recompute(long id, String who) {
        Instant now = clock.instant();
        for (int attempt = 1; ; attempt++) {
            try {
                return recomputation.recompute(id, now, who, "recomputed");
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
