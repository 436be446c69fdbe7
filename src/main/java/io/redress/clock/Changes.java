package io.redress.clock;

import io.redress.calendar.Due;
import io.redress.calendar.Target;
import java.time.Instant;
import java.util.List;

/** A clock with something about it changed. */
final class Changes {

    private final long complaintId;
    private final String kind;
    private final String name;
    private long id;
    private String startsWith;
    private Target target;
    private String calendar;
    private int warnPercent;
    private String escalateTo;
    private boolean pausable;
    private ClockState state;
    private Instant startedAt;
    private Instant dueAt;
    private boolean provisional;
    private Instant atRiskAt;
    private Instant endedAt;
    private String notComputable;
    private List<CaseClock.ClockPause> pauses;

    private Changes(CaseClock clock) {
        id = clock.id();
        complaintId = clock.complaintId();
        kind = clock.kind();
        startsWith = clock.startsWith();
        name = clock.name();
        target = clock.target();
        calendar = clock.calendar();
        warnPercent = clock.warnPercent();
        escalateTo = clock.escalateTo();
        pausable = clock.pausable();
        state = clock.state();
        startedAt = clock.startedAt();
        dueAt = clock.dueAt();
        provisional = clock.provisional();
        atRiskAt = clock.atRiskAt();
        endedAt = clock.endedAt();
        notComputable = clock.notComputable();
        pauses = clock.pauses();
    }

    static CaseClock pauses(CaseClock clock, List<CaseClock.ClockPause> pauses) {
        Changes changes = new Changes(clock);
        changes.pauses = pauses;
        return changes.made();
    }

    static CaseClock state(CaseClock clock, ClockState state, Instant endedAt) {
        Changes changes = new Changes(clock);
        changes.state = state;
        changes.endedAt = endedAt;
        return changes.made();
    }

    static CaseClock due(CaseClock clock, Due due, Instant atRiskAt) {
        Changes changes = new Changes(clock);
        changes.dueAt = due.at();
        changes.provisional = due.provisional();
        changes.atRiskAt = atRiskAt;
        changes.notComputable = null;
        return changes.made();
    }

    static CaseClock notComputable(CaseClock clock, String why) {
        Changes changes = new Changes(clock);
        changes.dueAt = null;
        changes.provisional = false;
        changes.atRiskAt = null;
        changes.notComputable = why;
        return changes.made();
    }

    /** As if it had never run before; what it waited for then is over. */
    static CaseClock begun(CaseClock clock, Instant startedAt) {
        Changes changes = new Changes(clock);
        changes.state = ClockState.RUNNING;
        changes.startedAt = startedAt;
        changes.dueAt = null;
        changes.provisional = false;
        changes.atRiskAt = null;
        changes.endedAt = null;
        changes.notComputable = null;
        return changes.made();
    }

    static CaseClock target(CaseClock clock, Target target) {
        Changes changes = new Changes(clock);
        changes.target = target;
        return changes.made();
    }

    static CaseClock policy(CaseClock clock, Policy policy, String calendar) {
        Changes changes = new Changes(clock);
        changes.target = policy.target();
        changes.calendar = calendar;
        changes.warnPercent = policy.warnPercent();
        changes.escalateTo = policy.escalateTo();
        changes.pausable = policy.pausable();
        return changes.made();
    }

    /** From another start, and with a target that no policy moves. */
    static CaseClock own(CaseClock clock, Instant startedAt) {
        Changes changes = new Changes(clock);
        changes.startsWith = null;
        changes.startedAt = startedAt;
        return changes.made();
    }

    static CaseClock id(CaseClock clock, long id) {
        Changes changes = new Changes(clock);
        changes.id = id;
        return changes.made();
    }

    private CaseClock made() {
        return new CaseClock(
                id,
                complaintId,
                kind,
                startsWith,
                name,
                target,
                calendar,
                warnPercent,
                escalateTo,
                pausable,
                state,
                startedAt,
                dueAt,
                provisional,
                atRiskAt,
                endedAt,
                notComputable,
                pauses);
    }
}
