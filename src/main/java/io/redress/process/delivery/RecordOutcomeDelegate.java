package io.redress.process.delivery;

import io.redress.casefile.message.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what came of a message that a person was to tell or to read. */
@Component
class RecordOutcomeDelegate implements JavaDelegate {

    private final Messages messages;

    RecordOutcomeDelegate(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeliveryProcess.OUTCOME.set(
                execution,
                messages.record(
                                DeliveryProcess.CASE_ID.in(execution),
                                DeliveryProcess.MESSAGE_ID.in(execution),
                                execution.getProcessInstanceId())
                        .code());
    }
}
