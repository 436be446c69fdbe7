package io.redress.engine.task;

import io.redress.casefile.handover.CaseTasks;
import io.redress.engine.variable.OwnCase;
import io.redress.engine.variable.StepEvidence;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's tasks of a case, by the case's number; whether they may be moved is not asked here. */
@Component
class EngineCaseTasks implements CaseTasks {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final OwnCase ownCase;

    EngineCaseTasks(ObjectProvider<ProcessEngineConfigurationImpl> engine, OwnCase ownCase) {
        this.engine = engine;
        this.ownCase = ownCase;
    }

    @Override
    public List<OpenTask> open(String number) {
        return done(tasks -> ofCase(tasks, number).stream()
                .map(task -> new OpenTask(
                        task.getId(),
                        task.getName(),
                        groups(tasks, task.getId()),
                        task.getAssignee(),
                        Optional.ofNullable(task.getDueDate())
                                .map(Date::toInstant)
                                .orElse(null)))
                .toList());
    }

    @Override
    public Set<String> readable(String number) {
        return ofCase(engine.getObject().getTaskService(), number).stream()
                .map(Task::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<CaseTask> find(String taskId) {
        // The query is what asks for the right to read; it finds nothing without.
        return Optional.ofNullable(engine.getObject()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(taskId)
                        .singleResult())
                .flatMap(task -> engine.getObject()
                        .getCommandExecutorTxRequired()
                        .execute(context -> Optional.ofNullable(
                                        context.getTaskManager().findTaskById(task.getId()))
                                .filter(found -> found.getExecution() != null)
                                .flatMap(this::ofCase)));
    }

    private Optional<CaseTask> ofCase(TaskEntity task) {
        return ownCase.find(task.getExecution())
                .map(complaintId -> new CaseTask(
                        task.getId(),
                        complaintId,
                        ((ProcessDefinitionEntity)
                                        task.getExecution().getActivity().getProcessDefinition())
                                .getKey(),
                        task.getTaskDefinitionKey(),
                        StepEvidence.asked(task.getExecution().getActivity())));
    }

    @Override
    public List<Course> courses(String number, boolean all) {
        Set<String> waiting = ofCase(engine.getObject().getTaskService(), number).stream()
                .map(Task::getProcessInstanceId)
                .collect(Collectors.toSet());
        RuntimeService runtime = engine.getObject().getRuntimeService();
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() ->
                        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                                .filter(course -> all || waiting.contains(course.getId()))
                                .sorted(Comparator.comparing(course -> !waiting.contains(course.getId())))
                                .map(course -> {
                                    ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                                            .getDeploymentCache()
                                            .findDeployedProcessDefinitionById(course.getProcessDefinitionId());
                                    return new Course(
                                            definition.getId(),
                                            definition.getName(),
                                            Set.copyOf(runtime.getActiveActivityIds(course.getId())));
                                })
                                .toList()));
    }

    @Override
    public void assign(OpenTask task, String person) {
        done(tasks -> {
            tasks.setAssignee(task.id(), person);
            return null;
        });
    }

    private static List<Task> ofCase(TaskService tasks, String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .list();
    }

    private <T> T done(Function<TaskService, T> act) {
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        () -> act.apply(engine.getObject().getTaskService())));
    }

    private static Set<String> groups(TaskService tasks, String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
