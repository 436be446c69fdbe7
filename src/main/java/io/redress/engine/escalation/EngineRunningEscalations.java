package io.redress.engine.escalation;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.escalation.RunningEscalations;
import io.redress.engine.variable.Variable;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the engine for the instances of {@code escalation} that have the case's number. */
@Component
class EngineRunningEscalations implements RunningEscalations {

    /** Written by the first step of that process. */
    private static final Variable<String> REASON = new Variable<>("reason", String.class);

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Complaints complaints;

    EngineRunningEscalations(ObjectProvider<ProcessEngineConfigurationImpl> engine, Complaints complaints) {
        this.engine = engine;
        this.complaints = complaints;
    }

    @Override
    public List<String> reasons(long complaintId) {
        String number = complaints.find(complaintId).orElseThrow().number();
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        () -> reasons(number, engine.getObject().getRuntimeService())));
    }

    private static List<String> reasons(String number, RuntimeService runtime) {
        String[] running = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Escalation.PROCESS)
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toArray(String[]::new);
        return running.length == 0
                ? List.of()
                : runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(running)
                        .variableName(REASON.name())
                        .list()
                        .stream()
                        .map(VariableInstance::getValue)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
    }
}
