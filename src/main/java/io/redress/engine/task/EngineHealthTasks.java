package io.redress.engine.task;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.health.HealthTasks;
import io.redress.engine.form.DeployedForms;
import io.redress.engine.variable.OwnCase;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks into the forms of the engine's tasks; whether somebody may look at the task is not asked here. */
@Component
class EngineHealthTasks implements HealthTasks {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final DeployedForms forms;
    private final OwnCase ownCase;

    EngineHealthTasks(ObjectProvider<ProcessEngineConfigurationImpl> engine, DeployedForms forms, OwnCase ownCase) {
        this.engine = engine;
        this.forms = forms;
        this.ownCase = ownCase;
    }

    @Override
    public boolean held(Complaint complaint, String login) {
        return done(context -> engine
                .getObject()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(complaint.number())
                .taskAssignee(login)
                .list()
                .stream()
                .map(TaskEntity.class::cast)
                .anyMatch(task -> task.getExecution() != null
                        && ownCase.find(task.getExecution()).equals(Optional.of(complaint.id()))
                        && hasForm(task)
                        && forms.asksHealth(context, form(task))));
    }

    @Override
    public boolean asks(String taskId) {
        return done(context -> Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
                .filter(EngineHealthTasks::hasForm)
                .map(task -> forms.takesHealthFiles(context, form(task)))
                .orElse(false));
    }

    private static boolean hasForm(TaskEntity task) {
        return task.getTaskDefinition() != null
                && form(task) != null
                && form(task).getCamundaFormRef() != null;
    }

    private static FormData form(TaskEntity task) {
        return task.getTaskDefinition().getTaskFormHandler().createTaskForm(task);
    }

    private <T> T done(Function<CommandContext, T> work) {
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> work.apply(context)));
    }
}
