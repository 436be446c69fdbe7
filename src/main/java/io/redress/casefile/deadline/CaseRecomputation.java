package io.redress.casefile.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the calendars and the policy now in force make of the open deadlines of a case. */
@Service
public class CaseRecomputation {

    private final DeadlineStore store;
    private final DeadlineKeeper keeper;
    private final DeadlinePolicy policy;
    private final PolicyCases cases;

    CaseRecomputation(DeadlineStore store, DeadlineKeeper keeper, DeadlinePolicy policy, PolicyCases cases) {
        this.store = store;
        this.keeper = keeper;
        this.policy = policy;
        this.cases = cases;
    }

    /** The open deadlines of a case whose due instant the calendars and the policy now in force would move. */
    @Transactional(readOnly = true)
    public List<DueDateChange> changes(long complaintId) {
        return changes(complaintId, store.of(complaintId));
    }

    /** Recomputes the open deadlines of a case by the calendars and the policy now in force; gives what moved. */
    @Transactional
    public List<DueDateChange> recompute(long complaintId, Instant now, String who, String why) {
        List<Deadline> deadlines = store.lock(complaintId);
        List<DueDateChange> changes = changes(complaintId, deadlines);
        List<Deadline> changed = underPolicy(complaintId, deadlines).stream()
                .filter(deadline -> !deadlines.contains(keeper.computed(deadline)))
                .toList();
        if (!changed.isEmpty()) {
            changed.forEach(
                    deadline -> keeper.change(deadline, now.truncatedTo(ChronoUnit.SECONDS), who, "changed", why));
            keeper.follow(complaintId, now);
        }
        return changes;
    }

    /** The open deadlines with the targets that the policy now gives them; where it gives none they keep theirs. */
    private List<Deadline> underPolicy(long complaintId, List<Deadline> deadlines) {
        PolicyCase known = cases.find(complaintId);
        return deadlines.stream()
                .filter(deadline -> deadline.state().open())
                .map(deadline -> deadline.startsWith() == null
                        ? deadline
                        : policy.of(deadline.startsWith(), known.facts()).stream()
                                .filter(row -> row.kind().equals(deadline.kind()) && row.target() != null)
                                .findFirst()
                                .map(row -> deadline.withTerms(Deadline.Terms.of(row, known.calendar())))
                                .orElse(deadline))
                .toList();
    }

    private List<DueDateChange> changes(long complaintId, List<Deadline> deadlines) {
        Map<Long, Instant> now = deadlines.stream()
                .filter(deadline -> deadline.dueAt() != null)
                .collect(Collectors.toMap(Deadline::id, Deadline::dueAt));
        return underPolicy(complaintId, deadlines).stream()
                .map(keeper::computed)
                .map(deadline -> new DueDateChange(
                        complaintId,
                        deadline.kind(),
                        deadline.name(),
                        now.get(deadline.id()),
                        deadline.dueAt(),
                        deadline.provisional()))
                .filter(move -> !Objects.equals(move.from(), move.to()))
                .toList();
    }
}
