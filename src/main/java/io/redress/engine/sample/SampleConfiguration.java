package io.redress.engine.sample;

import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.handover.CaseTasks;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.intake.Registrar;
import io.redress.form.FormCheck;
import io.redress.language.Sentences;
import io.redress.merchant.Merchants;
import java.io.IOException;
import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The sample life begins when everything stands, beside the first requests; {@code redress.sample-life} switches it off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = {"redress.demo", "redress.sample-life"},
        havingValue = "true")
class SampleConfiguration {

    @Bean
    SampleLife sampleLife(
            ProcessEngine engine,
            Registrar registrar,
            Complaints complaints,
            Merchants merchants,
            InsurancePolicies policies,
            FormCheck check,
            CaseTasks tasks,
            Attachments attachments,
            EngineDemoTime time,
            Sentences sentences,
            Clock clock) {
        return new SampleLife(
                engine,
                registrar,
                complaints,
                merchants,
                policies,
                check,
                new SampleScans(tasks, attachments),
                time,
                sentences,
                clock);
    }

    @Bean
    Beginning sampleLifeBeginning(SampleLife life) {
        return new Beginning(life);
    }

    /** Beside the application, which serves meanwhile; it ends with it, wherever it is. */
    static final class Beginning implements DisposableBean {

        private final SampleLife life;
        private final Thread thread = new Thread(this::live, "sample-life");

        Beginning(SampleLife life) {
            this.life = life;
        }

        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            thread.setDaemon(true);
            thread.start();
        }

        private void live() {
            try {
                life.begin();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void destroy() {
            thread.interrupt();
        }
    }
}
