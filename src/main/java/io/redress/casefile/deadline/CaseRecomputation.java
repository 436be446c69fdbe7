package io.redress.casefile.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the calendars and the policy now in force make of the open clocks of a case. */
@Service
public class CaseRecomputation {

    private final ClockStore store;
    private final ClockKeeper keeper;
    private final ClockPolicy policy;
    private final PolicyCases cases;

    CaseRecomputation(ClockStore store, ClockKeeper keeper, ClockPolicy policy, PolicyCases cases) {
        this.store = store;
        this.keeper = keeper;
        this.policy = policy;
        this.cases = cases;
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
                .filter(clock -> !clocks.contains(keeper.computed(clock)))
                .toList();
        if (!changed.isEmpty()) {
            changed.forEach(clock -> keeper.change(clock, now.truncatedTo(ChronoUnit.SECONDS), who, "changed", why));
            keeper.follow(complaintId, now);
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
                                .map(row -> clock.withTerms(CaseClock.Terms.of(row, known.calendar())))
                                .orElse(clock))
                .toList();
    }

    private List<Move> moves(long complaintId, List<CaseClock> clocks) {
        Map<Long, Instant> now = clocks.stream()
                .filter(clock -> clock.dueAt() != null)
                .collect(Collectors.toMap(CaseClock::id, CaseClock::dueAt));
        return underPolicy(complaintId, clocks).stream()
                .map(keeper::computed)
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
}
