package io.redress.engine.form;

import io.redress.engine.variable.CaseVariables;
import io.redress.form.Field;
import io.redress.form.Form;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/**
 * The form fields that a process lets into the engine, because a gateway or a timer needs them: named in the extension
 * property {@code variables} of the process, where its owner can add one.
 */
public final class DeclaredVariables {

    private static final String PROPERTY = "variables";

    private final Map<String, Set<String>> byDefinition = new ConcurrentHashMap<>();

    /** Those of the submitted fields that the process declares; never a personal field, nor which case it is. */
    Map<String, Object> of(CommandContext context, String processDefinitionId, Form form, Map<String, Object> fields) {
        Set<String> declared = byDefinition.computeIfAbsent(processDefinitionId, id -> read(context, id));
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (declared.contains(key)
                    && !key.equals(CaseVariables.CASE_ID.name())
                    && form.field(key).flatMap(Field::personal).isEmpty()
                    && !form.healthKeys().contains(key)) {
                variables.put(key, FormValues.toVariable(value));
            }
        });
        return variables;
    }

    private static Set<String> read(CommandContext context, String processDefinitionId) {
        DeploymentCache cache = context.getProcessEngineConfiguration().getDeploymentCache();
        ProcessDefinitionEntity definition = cache.findDeployedProcessDefinitionById(processDefinitionId);
        BaseElement process =
                cache.findBpmnModelInstanceForProcessDefinition(definition).getModelElementById(definition.getKey());
        if (process.getExtensionElements() == null) {
            return Set.of();
        }
        return process.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> PROPERTY.equals(property.getCamundaName()))
                .flatMap(property -> Arrays.stream(property.getCamundaValue().split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }
}
