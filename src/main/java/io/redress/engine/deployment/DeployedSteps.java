package io.redress.engine.deployment;

import io.redress.casefile.entry.StepNames;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** The names on the deployed diagrams, which the engine keeps in memory. */
@Component
class DeployedSteps implements StepNames {

    private final ProcessEngineConfigurationImpl engine;

    DeployedSteps(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public Optional<String> find(String process, String step) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(
                                context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(process))
                        .map(newest -> engine.getDeploymentCache()
                                .findBpmnModelInstanceForProcessDefinition(newest.getId())
                                .getModelElementById(step))
                        .filter(FlowElement.class::isInstance)
                        .map(element -> ((FlowElement) element).getName()));
    }
}
