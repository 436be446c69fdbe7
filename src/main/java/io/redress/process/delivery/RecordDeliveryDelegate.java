package io.redress.process.delivery;

import io.redress.casefile.message.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells who waits for a message that has gone by e-mail, and says whether the mail server took it. */
@Component
class RecordDeliveryDelegate implements JavaDelegate {

    private final Messages messages;

    RecordDeliveryDelegate(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeliveryProcess.ACCEPTED.set(
                execution,
                messages.recordSent(DeliveryProcess.CASE_ID.in(execution), DeliveryProcess.MESSAGE_ID.in(execution)));
    }
}
