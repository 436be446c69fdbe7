package io.redress.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The clock of a test that makes its own time: it stands still until a test moves it, and the engine's own goes with it. */
@TestComponent
@Primary
public final class TestClock extends Clock {

    /** A Monday with working days before and after it, ten in the morning. */
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = START;

    public void pass(Duration duration) {
        set(now.plus(duration));
    }

    void begin() {
        set(START);
    }

    /** Gives the engine's clock back, which is one for all tests. */
    public void end() {
        ClockUtil.reset();
    }

    public void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
