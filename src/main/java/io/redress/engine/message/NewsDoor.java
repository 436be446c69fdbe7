package io.redress.engine.message;

import io.redress.casefile.ArrivingNews;
import io.redress.casefile.RefusedCase;
import io.redress.engine.refusal.Refusal;
import io.redress.engine.variable.CaseVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.event.EventHandlerImpl;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a message reaches the process that waits for it, whoever has sent it and by which interface of the engine. */
@Component
class NewsDoor extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ArrivingNews> news;

    NewsDoor(ObjectProvider<ArrivingNews> news) {
        this.news = news;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomEventHandlers(new ArrayList<>(Stream.concat(
                        Stream.ofNullable(configuration.getCustomEventHandlers())
                                .flatMap(List::stream),
                        Stream.of(new Checked()))
                .toList()));
    }

    private final class Checked extends EventHandlerImpl {

        Checked() {
            super(EventType.MESSAGE);
        }

        @Override
        public void handleEvent(
                EventSubscriptionEntity subscription,
                Object payload,
                Object payloadLocal,
                Object payloadToTriggeredScope,
                String businessKey,
                CommandContext context) {
            // One that begins a process has no case yet.
            if (subscription.getExecution() != null) {
                CaseVariables.CASE_ID
                        .find(subscription.getExecution())
                        .ifPresent(id -> check(id, subscription.getEventName()));
            }
            super.handleEvent(subscription, payload, payloadLocal, payloadToTriggeredScope, businessKey, context);
        }

        private void check(long complaintId, String message) {
            try {
                news.getObject().arrived(complaintId, message);
            } catch (RefusedCase e) {
                throw Refusal.inWords(new BadUserRequestException(e.getMessage(), e));
            }
        }
    }
}
