package io.redress.process.delivery;

import io.redress.casefile.message.Messages;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the message by e-mail, and nothing else: what follows from it is the next step. */
@Component
class SendMessageDelegate implements JavaDelegate {

    private final Messages messages;
    private final Clock clock;

    SendMessageDelegate(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.send(DeliveryProcess.CASE_ID.in(execution), DeliveryProcess.MESSAGE_ID.in(execution), clock.instant());
    }
}
