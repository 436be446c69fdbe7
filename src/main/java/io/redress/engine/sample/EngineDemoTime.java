package io.redress.engine.sample;

import io.redress.calendar.DemoTime;
import io.redress.calendar.TimeAhead;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** How far the demo is ahead stands in the database; each node looks there, and moves its clock and the engine's. */
class EngineDemoTime implements DemoTime, InitializingBean {

    private final JdbcClient jdbc;
    private final TimeAhead ahead;
    private final ProcessEngineConfigurationImpl engine;
    private final ManagementService management;

    EngineDemoTime(
            JdbcClient jdbc, TimeAhead ahead, ProcessEngineConfigurationImpl engine, ManagementService management) {
        this.jdbc = jdbc;
        this.ahead = ahead;
        this.engine = engine;
        this.management = management;
    }

    @Override
    public void afterPropertiesSet() {
        follow();
    }

    @Override
    public Duration ahead() {
        return ahead.get();
    }

    @Override
    public void forward(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new IllegalArgumentException("time does not go back: " + by);
        }
        jdbc.sql("update demo_time set ahead_seconds = ahead_seconds + :by")
                .param("by", by.toSeconds())
                .update();
        follow();
    }

    /** What happened some time ago: for as long as it is entered, this demo's time is behind the real one. */
    void ago(Duration ago, Act act) throws InterruptedException {
        behind(ago);
        try {
            act.run();
        } finally {
            behind(Duration.ZERO);
        }
    }

    interface Act {
        void run() throws InterruptedException;
    }

    private void behind(Duration by) {
        jdbc.sql("update demo_time set ahead_seconds = :ahead")
                .param("ahead", -by.toSeconds())
                .update();
        follow();
    }

    @Override
    public long due() {
        return management.createJobQuery().executable().count();
    }

    /** Whichever node it was moved on. */
    @Scheduled(fixedDelay = 2_000)
    void follow() {
        Duration there = Duration.ofSeconds(jdbc.sql("select ahead_seconds from demo_time")
                .query(Long.class)
                .single());
        if (ahead.set(there)) {
            // The engine's clock runs on, that far ahead; a time that is set would stand still.
            ClockUtil.offset(there.toMillis());
            engine.getJobExecutor().jobWasAdded();
        }
    }
}
