package io.redress.casefile.deadline;

import io.redress.calendar.Pause;
import io.redress.calendar.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One deadline of a case.
 *
 * @param kind the deadline's id, such as {@code FIRST_RESPONSE}
 * @param startsWith what started it, as the policy calls it; null where the case has its own target, which no policy moves
 * @param name what people call it: the kind, or what an outside authority's deadline was named
 * @param endedAt when it was met or cancelled; a breached deadline that was done late has one too
 * @param pauses in order; the last may be open
 */
public record Deadline(
        long id,
        long complaintId,
        String kind,
        String startsWith,
        String name,
        Terms terms,
        DeadlineState state,
        Instant startedAt,
        Reckoning reckoning,
        Instant endedAt,
        List<PausePeriod> pauses) {

    /** Deadlines that an outside authority sets are of this kind. */
    public static final String OUTSIDE = "OUTSIDE";

    /** The wait until the customer is tried again: nothing to be warned of. */
    static final String NEXT_TRY = "NEXT_TRY";

    /** After these the diagrams go on by themselves; whatever a table says of who is told, nobody else passes the case up. */
    private static final Set<String> WAITS = Set.of(
            "CUSTOMER_INPUT",
            NEXT_TRY,
            "APPROVAL",
            "RECEIPT_HOLD",
            "PAPERS",
            "COLLECTION",
            "INSURER_OPINION",
            "CHAT_EXPERT",
            "CHAT_IDLE");

    static final Duration LONGEST_PAUSE = Duration.ofHours(30 * 24);

    /** An interval in which the deadline stood still; open while {@code to} is null. */
    public record PausePeriod(PauseReason reason, Instant from, Instant to) {

        boolean open() {
            return to == null;
        }

        Optional<Instant> endsByItselfAt() {
            return open() && reason.endsByItself() ? Optional.of(from.plus(LONGEST_PAUSE)) : Optional.empty();
        }
    }

    /**
     * What it promises.
     *
     * @param calendar the id of the calendar it counts on
     * @param warnPercent as in {@link Policy}
     * @param escalateTo as in {@link Policy}
     * @param pausable whether it stands still while the case waits for somebody outside
     */
    public record Terms(Target target, String calendar, int warnPercent, String escalateTo, boolean pausable) {

        static Terms of(Policy policy, String calendar) {
            return new Terms(policy.target(), calendar, policy.warnPercent(), policy.escalateTo(), policy.pausable());
        }

        Policy policy(String kind) {
            return new Policy(kind, target, warnPercent, escalateTo, pausable);
        }
    }

    /**
     * What follows from start, terms and pauses by the calendar in force.
     *
     * @param dueAt null while it is paused without an end, or can't be computed
     * @param provisional whether a notice of holidays that is still awaited can move {@code dueAt} (rule 8)
     * @param atRiskAt null where there is no warning
     * @param notComputable why there is no due instant though it runs; null otherwise
     */
    public record Reckoning(Instant dueAt, boolean provisional, Instant atRiskAt, String notComputable) {

        /** Not reckoned yet. */
        static final Reckoning NONE = new Reckoning(null, false, null, null);
    }

    public Target target() {
        return terms.target();
    }

    public String calendar() {
        return terms.calendar();
    }

    public String escalateTo() {
        return terms.escalateTo();
    }

    public boolean pausable() {
        return terms.pausable();
    }

    public Instant dueAt() {
        return reckoning.dueAt();
    }

    public boolean provisional() {
        return reckoning.provisional();
    }

    public Instant atRiskAt() {
        return reckoning.atRiskAt();
    }

    public String notComputable() {
        return reckoning.notComputable();
    }

    /** Whether nothing more can become of it. */
    public boolean ended() {
        return endedAt != null;
    }

    public boolean waitsFor(PauseReason reason) {
        return !ended() && pauses.stream().anyMatch(pause -> pause.open() && pause.reason() == reason);
    }

    /** Whether it can still be breached. */
    public boolean runs() {
        return state == DeadlineState.RUNNING && endedAt == null && dueAt() != null;
    }

    /** Whether its end is the end of a wait, after which the diagram goes on: nobody is passed up to. */
    public boolean endsAWait() {
        return endsAWait(kind);
    }

    /** The same of deadlines of that kind. */
    public static boolean endsAWait(String kind) {
        return WAITS.contains(kind);
    }

    /** Whether its owner is told before it is due. */
    boolean warns() {
        return runs() && atRiskAt() != null && !kind.equals(NEXT_TRY);
    }

    /** Whether its owner is to be told now that it is near. */
    boolean near(Instant now) {
        return warns() && !atRiskAt().isAfter(now) && dueAt().isAfter(now);
    }

    boolean waits() {
        return pauses.stream().anyMatch(PausePeriod::open);
    }

    /** How it stands; one that was due a moment ago is overdue, though no timer has said so yet. */
    public Urgency urgency(Instant now) {
        return runs() && !dueAt().isAfter(now) ? Urgency.OVERDUE : mark(now);
    }

    Urgency mark(Instant now) {
        if (state == DeadlineState.BREACHED && endedAt == null) {
            return Urgency.OVERDUE;
        }
        boolean warned = state == DeadlineState.RUNNING
                && atRiskAt() != null
                && !atRiskAt().isAfter(now);
        return warned ? Urgency.AT_RISK : Urgency.NONE;
    }

    List<Pause> intervals() {
        return pauses.stream().map(pause -> new Pause(pause.from(), pause.to())).toList();
    }

    /** When the first of its pauses for customer or papers ends by itself. */
    Optional<Instant> pauseEndsAt() {
        return pauses.stream().flatMap(pause -> pause.endsByItselfAt().stream()).min(Comparator.naturalOrder());
    }

    // With something about it changed.

    Deadline withId(long given) {
        return new Deadline(
                given, complaintId, kind, startsWith, name, terms, state, startedAt, reckoning, endedAt, pauses);
    }

    Deadline withTerms(Terms changed) {
        return new Deadline(
                id, complaintId, kind, startsWith, name, changed, state, startedAt, reckoning, endedAt, pauses);
    }

    Deadline withTarget(Target target) {
        return withTerms(
                new Terms(target, terms.calendar(), terms.warnPercent(), terms.escalateTo(), terms.pausable()));
    }

    Deadline withState(DeadlineState changed, Instant ended) {
        return new Deadline(
                id, complaintId, kind, startsWith, name, terms, changed, startedAt, reckoning, ended, pauses);
    }

    Deadline withReckoning(Reckoning changed) {
        return new Deadline(id, complaintId, kind, startsWith, name, terms, state, startedAt, changed, endedAt, pauses);
    }

    Deadline withPauses(List<PausePeriod> changed) {
        return new Deadline(
                id, complaintId, kind, startsWith, name, terms, state, startedAt, reckoning, endedAt, changed);
    }

    /** As if it had never run before; what it waited for then is over. */
    Deadline begunAnew(Instant start) {
        return new Deadline(
                id,
                complaintId,
                kind,
                startsWith,
                name,
                terms,
                DeadlineState.RUNNING,
                start,
                Reckoning.NONE,
                null,
                pauses);
    }

    /** From another start, and with a target that no policy moves. */
    Deadline ofItsOwn(Instant start) {
        return new Deadline(id, complaintId, kind, null, name, terms, state, start, reckoning, endedAt, pauses);
    }
}
