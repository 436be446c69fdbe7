package io.redress.engine.form;

import io.redress.form.Form;
import io.redress.form.Forms;
import io.redress.language.Sentences;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/** The deployed forms, each read once: a deployed version never changes. */
public final class DeployedForms implements Forms {

    private final Map<String, DeployedForm> read = new ConcurrentHashMap<>();
    private final Supplier<CommandExecutor> engine;
    private final Sentences sentences;

    /** @param engine gives the engine's commands once it is there */
    public DeployedForms(Supplier<CommandExecutor> engine, Sentences sentences) {
        this.engine = engine;
        this.sentences = sentences;
    }

    @Override
    public Optional<Form> find(String id, int version) {
        return engine.get()
                .execute(context -> Optional.ofNullable(context.getCamundaFormDefinitionManager()
                                .findDefinitionByKeyVersionAndTenantId(id, version, null))
                        .map(definition -> read(context, definition).form()));
    }

    /** The form that a task or start event refers to, or nothing when it was deleted. */
    Optional<DeployedForm> find(CommandContext context, CamundaFormRef reference, String deploymentId) {
        CamundaFormDefinition definition = context.runWithoutAuthorization(
                () -> new GetCamundaFormDefinitionCmd(reference, deploymentId).execute(context));
        return Optional.ofNullable(definition).map(found -> read(context, found));
    }

    private DeployedForm read(CommandContext context, CamundaFormDefinition definition) {
        return read.computeIfAbsent(definition.getId(), id -> {
            byte[] json = context.getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(
                            definition.getDeploymentId(), definition.getResourceName())
                    .getBytes();
            return new DeployedForm(definition.getKey(), definition.getVersion(), Form.parse(json, sentences));
        });
    }
}
