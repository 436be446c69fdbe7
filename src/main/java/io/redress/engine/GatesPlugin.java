package io.redress.engine;

import io.redress.engine.deployment.DeploymentGate;
import io.redress.engine.form.FormGate;
import io.redress.engine.history.RedressHistoryLevel;
import io.redress.engine.task.TaskDoors;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Sets the gates into the engine: its services, its history level, and what diagrams may call. */
public final class GatesPlugin extends AbstractProcessEnginePlugin {

    private final FormGate forms;
    private final TaskDoors tasks;
    private final DeploymentGate deployments;
    private final Map<Object, Object> steps;

    public GatesPlugin(FormGate forms, TaskDoors tasks, DeploymentGate deployments, Map<Object, Object> steps) {
        this.forms = forms;
        this.tasks = tasks;
        this.deployments = deployments;
        this.steps = steps;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFormService(forms);
        configuration.setTaskService(tasks);
        configuration.setRepositoryService(deployments);
        configuration.setCustomHistoryLevels(List.of(new RedressHistoryLevel()));
        // The engine's factory has set one already that reaches every bean of the application.
        configuration.setExpressionManager(new StepExpressions(steps));
    }
}
