package io.redress.engine.message;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.MessageDelivery;
import io.redress.casefile.message.SmtpMail;
import io.redress.engine.variable.CaseVariables;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes each message on its way by a process of its own. */
@Component
class EngineMessageDelivery implements MessageDelivery {

    private static final String PROCESS = "message-delivery";

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Complaints complaints;
    private final SmtpMail mail;

    EngineMessageDelivery(ObjectProvider<ProcessEngineConfigurationImpl> engine, Complaints complaints, SmtpMail mail) {
        this.engine = engine;
        this.complaints = complaints;
        this.mail = mail;
    }

    @Override
    public void begin(Message message) {
        Complaint complaint = complaints.find(message.complaintId()).orElseThrow();
        VariableMap variables = Variables.createVariables()
                .putValue(CaseVariables.CASE_ID.name(), complaint.id())
                .putValue(CaseVariables.NUMBER.name(), complaint.number())
                .putValue(CaseVariables.SITE.name(), complaint.site())
                .putValue(CaseVariables.SEVERITY.name(), complaint.severity())
                .putValue(DeliveryVariables.MESSAGE_ID.name(), message.id())
                .putValue(DeliveryVariables.BY_EMAIL.name(), mail.takes(message))
                .putValue(DeliveryVariables.READERS.name(), message.group());
        // Whoever did the step that tells need not be allowed to start processes.
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> engine.getObject()
                        .getRuntimeService()
                        .startProcessInstanceByKey(PROCESS, complaint.number(), variables)));
    }
}
