package io.redress.casefile.deadline;

import io.redress.casefile.deadline.NaiveSite.Pause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/**
 * What must become of one case by the list of deadlines: told what people do, it works out by itself what time does. It
 * shares no code with the deadlines. Instants are epoch seconds.
 */
final class NaiveCase {

    private static final long NONE = Long.MAX_VALUE;
    private static final long THIRTY_DAYS = 30 * NaiveSite.DAY;

    /** Somebody is told. */
    record Told(String deadline, String stage, Long dueAt, Set<String> told, long at) {}

    /** A stage on record, whether it was told or not. */
    record Recorded(String deadline, String stage, long dueAt, boolean fired) {}

    private record Wait(String reason, long from, long to) {
        boolean open() {
            return to == NONE;
        }

        long endsAt() {
            return open() && !reason.equals("INSURER") ? from + THIRTY_DAYS : NONE;
        }
    }

    static final class OneClock {
        final String kind;
        final String name;
        final String escalateTo;
        final boolean pausable;
        final long start;
        private final List<Wait> waits = new ArrayList<>();
        private final Set<Recorded> recorded = new HashSet<>();
        int amount;
        String unit;
        int percent;
        /** NONE while it stands still or can't be computed. */
        long due = NONE;

        long atRisk = NONE;
        boolean computable = true;
        long endedAt = NONE;
        String end = "";

        OneClock(String kind, String name, int amount, String unit, String escalateTo, boolean pausable, long start) {
            this.kind = kind;
            this.name = name;
            this.amount = amount;
            this.unit = unit;
            this.percent = 75;
            this.escalateTo = escalateTo;
            this.pausable = pausable;
            this.start = start;
        }

        boolean ended() {
            return endedAt != NONE;
        }

        boolean breached() {
            return due != NONE && recorded("DUE");
        }

        boolean waitsFor(String reason) {
            return waits.stream().anyMatch(wait -> wait.open() && wait.reason().equals(reason));
        }

        String state() {
            if (ended()) {
                return end;
            }
            if (due == NONE) {
                return waits.stream().anyMatch(Wait::open) ? "PAUSED" : "RUNNING";
            }
            return breached() ? "BREACHED" : "RUNNING";
        }

        private boolean recorded(String stage) {
            return recorded.contains(new Recorded(name, stage, due, true))
                    || recorded.contains(new Recorded(name, stage, due, false));
        }

        private void record(String stage, boolean fired) {
            if (!recorded.add(new Recorded(name, stage, due, fired))) {
                throw new IllegalStateException("twice: " + name + " " + stage);
            }
        }

        private void compute(NaiveSite site) {
            List<Pause> pauses = waits.stream()
                    .map(wait -> new Pause(wait.from(), wait.open() ? NaiveSite.PARKED : wait.to()))
                    .toList();
            long at = site.due(start, amount, unit, pauses);
            computable = at != NaiveSite.UNKNOWN;
            due = !computable || at == NaiveSite.PARKED ? NONE : at;
            atRisk = due == NONE ? NONE : site.atRisk(start, amount, unit, pauses, due, percent);
        }

        /** When time next does something to it, were it watched every second. */
        private long next() {
            if (ended()) {
                return NONE;
            }
            return Math.min(pauseOver(), Math.min(near(), overdue()));
        }

        private long pauseOver() {
            return ended() ? NONE : waits.stream().mapToLong(Wait::endsAt).min().orElse(NONE);
        }

        private long near() {
            return ended() || due == NONE || breached() || recorded("AT_RISK") ? NONE : atRisk;
        }

        private long overdue() {
            return ended() || due == NONE || breached() ? NONE : due;
        }
    }

    private final List<OneClock> deadlines = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final LongUnaryOperator awake;
    private NaiveSite site;
    private long acted = Long.MIN_VALUE;
    private long lastStage = Long.MIN_VALUE;
    private int notes;

    /** @param awake when the installation next runs, from a given instant on */
    NaiveCase(NaiveSite site, LongUnaryOperator awake) {
        this.site = site;
        this.awake = awake;
    }

    List<OneClock> deadlines() {
        return deadlines;
    }

    List<Told> told() {
        return told;
    }

    /** How many groups were given a breach to take note of. */
    int notes() {
        return notes;
    }

    Set<Recorded> recorded() {
        Set<Recorded> all = new HashSet<>();
        deadlines.forEach(deadline -> all.addAll(deadline.recorded));
        return all;
    }

    /** Time passes until just before that second. */
    void until(long second) {
        for (long at = next(); at < second; at = next()) {
            Map<String, String> noted = new LinkedHashMap<>();
            for (OneClock deadline : deadlines) {
                if (stage(deadline) <= at) {
                    happen(deadline, at, noted);
                }
            }
            notes += noted.size();
            lastStage = at;
        }
    }

    /** When time next does something. */
    long next() {
        return deadlines.stream().mapToLong(this::stage).min().orElse(NONE);
    }

    /** @param timer {@code near}, {@code pauseOver}, or the kind of the deadlines that become overdue */
    long next(String timer) {
        return deadlines.stream()
                .mapToLong(deadline -> stage(
                        switch (timer) {
                            case "near" -> deadline.near();
                            case "pauseOver" -> deadline.pauseOver();
                            default -> deadline.kind.equals(timer) ? deadline.overdue() : NONE;
                        }))
                .min()
                .orElse(NONE);
    }

    /** The second after an act or a stage of the case, in which a stage that was pushed aside may yet happen. */
    boolean unsettled(long second) {
        return lastStage == second - 1;
    }

    /** What an act has made past happens in the next second. */
    private long stage(OneClock deadline) {
        return stage(deadline.next());
    }

    private long stage(long next) {
        return next == NONE ? NONE : awake.applyAsLong(Math.max(next, acted + 1));
    }

    private void happen(OneClock deadline, long at, Map<String, String> noted) {
        for (Wait wait : List.copyOf(deadline.waits)) {
            if (wait.endsAt() <= at) {
                deadline.waits.set(deadline.waits.indexOf(wait), new Wait(wait.reason(), wait.from(), wait.endsAt()));
                deadline.compute(site);
                told.add(new Told(
                        deadline.name, "PAUSE_ENDED", deadline.due == NONE ? null : deadline.due, owners(), at));
            }
        }
        if (deadline.due == NONE || deadline.breached()) {
            return;
        }
        if (deadline.due <= at) {
            if (deadline.atRisk <= at && !deadline.recorded("AT_RISK")) {
                deadline.record("AT_RISK", false);
            }
            deadline.record("DUE", true);
            told.add(new Told(
                    deadline.name,
                    "DUE",
                    deadline.due,
                    deadline.escalateTo == null ? Set.of() : Set.of(deadline.escalateTo),
                    at));
            if (deadline.escalateTo != null) {
                noted.put(deadline.kind, deadline.escalateTo);
            }
        } else if (deadline.atRisk <= at && !deadline.recorded("AT_RISK")) {
            deadline.record("AT_RISK", true);
            told.add(new Told(deadline.name, "AT_RISK", deadline.due, owners(), at));
        }
    }

    private static Set<String> owners() {
        return Set.of("customer-service");
    }

    void start(OneClock deadline, long now) {
        if (deadlines.stream().noneMatch(present -> present.name.equals(deadline.name))) {
            deadline.compute(site);
            deadlines.add(deadline);
        }
        acted = now;
    }

    void pause(String reason, long now) {
        for (OneClock deadline : deadlines) {
            if (deadline.pausable && !deadline.ended() && !deadline.waitsFor(reason)) {
                deadline.waits.add(new Wait(reason, now, NONE));
                deadline.compute(site);
            }
        }
        acted = now;
    }

    void resume(String reason, long now) {
        for (OneClock deadline : deadlines) {
            for (Wait wait : List.copyOf(deadline.waits)) {
                if (!deadline.ended() && wait.open() && wait.reason().equals(reason)) {
                    deadline.waits.set(
                            deadline.waits.indexOf(wait), new Wait(reason, wait.from(), Math.min(now, wait.endsAt())));
                    deadline.compute(site);
                }
            }
        }
        acted = now;
    }

    void retarget(String name, int amount, String unit, long now) {
        for (OneClock deadline : deadlines) {
            if (deadline.name.equals(name) && !deadline.ended()) {
                deadline.amount = amount;
                deadline.unit = unit;
                deadline.compute(site);
            }
        }
        acted = now;
    }

    /** Another calendar or policy is in force; only deadlines that run or are paused follow, and have the policy's target again. */
    void recompute(NaiveSite site, Integer resolution, String unit, int percent, long now) {
        this.site = site;
        for (OneClock deadline : deadlines) {
            if (!deadline.ended() && !deadline.breached()) {
                if (deadline.kind.equals("RESOLUTION")) {
                    deadline.amount = resolution;
                    deadline.unit = unit;
                    deadline.percent = percent;
                } else if (deadline.kind.equals("CONFIRMATION")) {
                    deadline.amount = 24;
                    deadline.unit = "hours";
                }
                deadline.compute(site);
            }
        }
        acted = now;
    }

    void meet(String kind, long now) {
        for (OneClock deadline : deadlines) {
            if (deadline.kind.equals(kind) && !deadline.ended()) {
                boolean late = deadline.due < now;
                if (late && !deadline.breached()) {
                    deadline.record("DUE", false);
                }
                deadline.end = late ? "BREACHED" : "MET";
                deadline.endedAt = now;
            }
        }
        acted = now;
    }

    /** Nothing happens to the case any more; what was breached stays breached. */
    void cancel(long now) {
        for (OneClock deadline : deadlines) {
            if (!deadline.ended()) {
                deadline.end = deadline.breached() ? "BREACHED" : "CANCELLED";
                deadline.endedAt = now;
            }
        }
        acted = now;
    }

    void close(long now) {
        meet("RESOLUTION", now);
        cancel(now);
    }

    Set<String> waiting() {
        Set<String> reasons = new TreeSet<>();
        deadlines.stream()
                .filter(deadline -> !deadline.ended())
                .flatMap(deadline -> deadline.waits.stream())
                .filter(Wait::open)
                .forEach(wait -> reasons.add(wait.reason()));
        return reasons;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        deadlines.stream()
                .sorted(Comparator.comparing(deadline -> deadline.name))
                .forEach(deadline -> text.append("%n  %s: %d %s from %s, %s, due %s, at risk %s, waits %s, recorded %s"
                        .formatted(
                                deadline.name,
                                deadline.amount,
                                deadline.unit,
                                at(deadline.start),
                                deadline.state(),
                                at(deadline.due),
                                at(deadline.atRisk),
                                deadline.waits,
                                deadline.recorded)));
        return text.toString();
    }

    private static String at(long second) {
        return second == NONE ? "-" : Instant.ofEpochSecond(second).toString();
    }
}
