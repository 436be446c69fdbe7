package io.redress.clock;

import io.redress.calendar.Target;
import java.time.Instant;
import java.util.List;

/** A clock with something about it changed. */
final class Changes {

    private Changes() {}

    static CaseClock pauses(CaseClock clock, List<CaseClock.ClockPause> pauses) {
        return copy(
                clock,
                clock.target(),
                clock.calendar(),
                clock.state(),
                clock.dueAt(),
                clock.atRiskAt(),
                clock.endedAt(),
                clock.notComputable(),
                pauses);
    }

    static CaseClock state(CaseClock clock, ClockState state, Instant endedAt) {
        return copy(
                clock,
                clock.target(),
                clock.calendar(),
                state,
                clock.dueAt(),
                clock.atRiskAt(),
                endedAt,
                clock.notComputable(),
                clock.pauses());
    }

    static CaseClock due(CaseClock clock, Instant dueAt, Instant atRiskAt, String notComputable) {
        return copy(
                clock,
                clock.target(),
                clock.calendar(),
                clock.state(),
                dueAt,
                atRiskAt,
                clock.endedAt(),
                notComputable,
                clock.pauses());
    }

    /** As if it had never run before; what it waited for then is over. */
    static CaseClock begun(CaseClock clock, Instant startedAt) {
        return new CaseClock(
                clock.id(),
                clock.complaintId(),
                clock.kind(),
                clock.startsWith(),
                clock.name(),
                clock.target(),
                clock.calendar(),
                clock.warnPercent(),
                clock.escalateTo(),
                clock.pausable(),
                ClockState.RUNNING,
                startedAt,
                null,
                null,
                null,
                null,
                clock.pauses());
    }

    static CaseClock target(CaseClock clock, Target target) {
        return policy(
                clock,
                new Policy(clock.kind(), target, clock.warnPercent(), clock.escalateTo(), clock.pausable()),
                clock.calendar());
    }

    static CaseClock policy(CaseClock clock, Policy policy, String calendar) {
        return new CaseClock(
                clock.id(),
                clock.complaintId(),
                clock.kind(),
                clock.startsWith(),
                clock.name(),
                policy.target(),
                calendar,
                policy.warnPercent(),
                policy.escalateTo(),
                policy.pausable(),
                clock.state(),
                clock.startedAt(),
                clock.dueAt(),
                clock.atRiskAt(),
                clock.endedAt(),
                clock.notComputable(),
                clock.pauses());
    }

    /** From another start, and with a target that no policy moves. */
    static CaseClock own(CaseClock clock, Instant startedAt) {
        return new CaseClock(
                clock.id(),
                clock.complaintId(),
                clock.kind(),
                null,
                clock.name(),
                clock.target(),
                clock.calendar(),
                clock.warnPercent(),
                clock.escalateTo(),
                clock.pausable(),
                clock.state(),
                startedAt,
                clock.dueAt(),
                clock.atRiskAt(),
                clock.endedAt(),
                clock.notComputable(),
                clock.pauses());
    }

    static CaseClock id(CaseClock clock, long id) {
        return new CaseClock(
                id,
                clock.complaintId(),
                clock.kind(),
                clock.startsWith(),
                clock.name(),
                clock.target(),
                clock.calendar(),
                clock.warnPercent(),
                clock.escalateTo(),
                clock.pausable(),
                clock.state(),
                clock.startedAt(),
                clock.dueAt(),
                clock.atRiskAt(),
                clock.endedAt(),
                clock.notComputable(),
                clock.pauses());
    }

    private static CaseClock copy(
            CaseClock clock,
            Target target,
            String calendar,
            ClockState state,
            Instant dueAt,
            Instant atRiskAt,
            Instant endedAt,
            String notComputable,
            List<CaseClock.ClockPause> pauses) {
        return new CaseClock(
                clock.id(),
                clock.complaintId(),
                clock.kind(),
                clock.startsWith(),
                clock.name(),
                target,
                calendar,
                clock.warnPercent(),
                clock.escalateTo(),
                clock.pausable(),
                state,
                clock.startedAt(),
                dueAt,
                atRiskAt,
                endedAt,
                notComputable,
                pauses);
    }
}
