package io.redress.engine.sample;

import io.redress.calendar.TimeAhead;
import io.redress.language.Sentences;
import io.redress.people.StartRefused;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** In demo mode time can be moved; a database in which it was is not for real data any more. */
final class DemoTimeConfiguration {

    private DemoTimeConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty(name = "redress.demo", havingValue = "true")
    static class InADemo {

        @Bean
        EngineDemoTime demoTime(
                JdbcClient jdbc, TimeAhead ahead, ProcessEngineConfigurationImpl engine, ManagementService management) {
            return new EngineDemoTime(jdbc, ahead, engine, management);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "redress.demo", havingValue = "false")
    static class OutsideADemo {

        @Bean
        InitializingBean noMovedTime(JdbcClient jdbc, Sentences sentences) {
            return () -> {
                if (jdbc.sql("select ahead_seconds from demo_time")
                                .query(Long.class)
                                .single()
                        != 0) {
                    throw new StartRefused(sentences.say("demotime.left"), sentences.say("demotime.left.action"));
                }
            };
        }
    }
}
