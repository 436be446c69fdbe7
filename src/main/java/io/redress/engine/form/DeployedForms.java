package io.redress.engine.form;

import io.redress.form.Form;
import io.redress.language.Sentences;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/** The deployed forms, each read once: a deployed version never changes. */
public final class DeployedForms {

    private final Map<String, DeployedForm> read = new ConcurrentHashMap<>();
    private final Sentences sentences;

    public DeployedForms(Sentences sentences) {
        this.sentences = sentences;
    }

    /** The form that a task or start event refers to, or nothing when it was deleted. */
    Optional<DeployedForm> find(CommandContext context, CamundaFormRef reference, String deploymentId) {
        CamundaFormDefinition definition = context.runWithoutAuthorization(
                () -> new GetCamundaFormDefinitionCmd(reference, deploymentId).execute(context));
        return Optional.ofNullable(definition)
                .map(found -> read.computeIfAbsent(found.getId(), id -> read(context, found)));
    }

    private DeployedForm read(CommandContext context, CamundaFormDefinition definition) {
        byte[] json = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName())
                .getBytes();
        return new DeployedForm(definition.getKey(), definition.getVersion(), Form.parse(json, sentences));
    }
}
