package io.redress.engine;

import io.redress.engine.deadline.WaitOver;
import io.redress.engine.decision.ParsedOnceFeel;
import io.redress.engine.deployment.DeploymentGate;
import io.redress.engine.form.FormGate;
import io.redress.engine.history.RedressHistoryLevel;
import io.redress.engine.task.ListDoor;
import io.redress.engine.task.TaskDoors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Sets the gates into the engine: its services, its history level, its decision tables, what diagrams may call, and what
 * becomes of a step that met another. */
public final class GatesPlugin extends AbstractProcessEnginePlugin {

    private final FormGate forms;
    private final TaskDoors tasks;
    private final ListDoor lists;
    private final DeploymentGate deployments;
    private final Map<Object, Object> steps;
    private final List<BpmnParseListener> readers;

    /** @param readers of what diagrams say by extension properties */
    public GatesPlugin(
            FormGate forms,
            TaskDoors tasks,
            ListDoor lists,
            DeploymentGate deployments,
            Map<Object, Object> steps,
            List<BpmnParseListener> readers) {
        this.forms = forms;
        this.tasks = tasks;
        this.lists = lists;
        this.deployments = deployments;
        this.steps = steps;
        this.readers = readers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFormService(forms);
        configuration.setTaskService(tasks);
        configuration.setFilterService(lists);
        configuration.setRepositoryService(deployments);
        configuration.setCustomHistoryLevels(List.of(new RedressHistoryLevel()));
        // The engine's factory has set one already that reaches every bean of the application.
        configuration.setExpressionManager(new StepExpressions(steps));
        configuration.setCustomPostBPMNParseListeners(Stream.concat(
                        Stream.ofNullable(configuration.getCustomPostBPMNParseListeners())
                                .flatMap(List::stream),
                        readers.stream())
                .collect(Collectors.toCollection(ArrayList::new)));
        configuration.setCustomJobHandlers(WaitOver.handlers());
        configuration.setFailedJobCommandFactory(new AgainAtOnce());
        configuration.setCustomSessionFactories(List.of(new WithRoot()));
        configuration.setDmnEngineConfiguration(ParsedOnceFeel.decisions());
    }
}
