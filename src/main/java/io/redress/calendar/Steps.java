package io.redress.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes down the steps of a computation, when anybody asked for them; stretches of one kind that touch become one. */
final class Steps {

    static final Steps UNASKED = new Steps(null);

    private final List<Step> steps;

    private Steps(List<Step> steps) {
        this.steps = steps;
    }

    static Steps asked() {
        return new Steps(new ArrayList<>());
    }

    List<Step> list() {
        return List.copyOf(steps);
    }

    void at(Step.Kind kind, long instant, long day) {
        if (steps != null) {
            Instant at = Instant.ofEpochSecond(instant);
            steps.add(new Step(kind, at, at, day, day, null));
        }
    }

    void pause(long from, long to, boolean open) {
        if (steps != null) {
            Instant end = open ? null : Instant.ofEpochSecond(to);
            steps.add(new Step(Step.Kind.PAUSE, Instant.ofEpochSecond(from), end, 0, 0, null));
        }
    }

    void stretch(Step.Kind kind, long from, long to, long day, Holiday holiday) {
        if (steps == null || from >= to) {
            return;
        }
        Instant begin = Instant.ofEpochSecond(from);
        Instant end = Instant.ofEpochSecond(to);
        Step before = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (before != null
                && before.kind() == kind
                && begin.equals(before.to())
                && Objects.equals(holiday, before.holiday())) {
            steps.set(steps.size() - 1, new Step(kind, before.from(), end, before.first(), day, holiday));
        } else {
            steps.add(new Step(kind, begin, end, day, day, holiday));
        }
    }
}
