package io.redress.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** How far this node's time is ahead of the real one: not at all, but where a demo's time was moved. */
public final class TimeAhead {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public Duration get() {
        return ahead.get();
    }

    /** @return whether it was another before */
    public boolean set(Duration now) {
        return !ahead.getAndSet(now).equals(now);
    }

    /** A clock that runs as the real one does, that far ahead. */
    public Clock over(Clock real) {
        return new Moved(real);
    }

    private final class Moved extends Clock {

        private final Clock real;

        private Moved(Clock real) {
            this.real = real;
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Moved(real.withZone(zone));
        }

        @Override
        public Instant instant() {
            return real.instant().plus(get());
        }
    }
}
