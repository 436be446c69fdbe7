package io.redress.engine.form;

import io.redress.engine.refusal.Refusal;
import io.redress.form.Form;
import io.redress.form.Forms;
import io.redress.language.Sentences;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
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

    /** Whether the form of that task asks for health data. */
    public boolean asksHealth(CommandContext context, FormData data) {
        return !of(context, data).form().healthKeys().isEmpty();
    }

    /** Whether what is attached at that task is health data. */
    public boolean takesHealthFiles(CommandContext context, FormData data) {
        return of(context, data).withHealthFiles();
    }

    /** The form that a task or start event refers to; refused in words when there is none, or it was deleted. */
    DeployedForm of(CommandContext context, FormData data) {
        if (data == null || data.getCamundaFormRef() == null) {
            throw refused("gate.no-form");
        }
        CamundaFormRef reference = data.getCamundaFormRef();
        CamundaFormDefinition definition = context.runWithoutAuthorization(
                () -> new GetCamundaFormDefinitionCmd(reference, data.getDeploymentId()).execute(context));
        if (definition == null) {
            throw refused("gate.form-gone", reference.getKey());
        }
        return read(context, definition);
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

    private BadUserRequestException refused(String sentence, Object... arguments) {
        return Refusal.inWords(new BadUserRequestException(sentences.say(sentence, arguments)));
    }
}
