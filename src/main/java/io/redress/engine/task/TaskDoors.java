package io.redress.engine.task;

import io.redress.engine.people.ActingPerson;
import io.redress.engine.refusal.Refusal;
import io.redress.language.Sentences;
import io.redress.people.Members;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.QueryValidators;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Closes the doors that the right to work on a task leaves open beside the form gate: finishing it with any variables,
 * throwing a nonsense error that ends the case, writing variables. People other than administrators finish a task by its
 * form, take it, give it back, and hand over the tasks of those who work for them; the engine itself is not held up.
 */
public final class TaskDoors extends TaskServiceImpl {

    private final ActingPerson person;
    private final Members members;
    private final Sentences sentences;

    public TaskDoors(ActingPerson person, Members members, Sentences sentences) {
        this.person = person;
        this.members = members;
        this.sentences = sentences;
    }

    @Override
    public TaskQuery createTaskQuery() {
        TaskQueryImpl query = new TaskQueryImpl(commandExecutor);
        // The engine's own looks less deep, and which of the two speaks would be left to chance.
        query.removeValidator(QueryValidators.AdhocQueryValidator.get());
        query.addValidator(new NoExpressions(sentences));
        return query;
    }

    @Override
    public void claim(String taskId, String userId) {
        if (!person.unrestricted() && !person.is(userId)) {
            throw Refusal.inWords(new AuthorizationException(sentences.say("gate.claim-for-oneself")));
        }
        try {
            commandExecutor.execute(context -> {
                if (context.getTaskManager().findTaskById(taskId) == null) {
                    throw refused("gate.task-gone");
                }
                super.claim(taskId, userId);
                return null;
            });
        } catch (TaskAlreadyClaimedException e) {
            throw refused("gate.task-claimed", e.getTaskAssignee());
        } catch (OptimisticLockingException e) {
            throw refused("gate.task-just-claimed");
        }
    }

    /**
     * Whoever has a task may give it back, which the right to work on it alone does not allow; a superior hands it to
     * somebody whose task it can be, or takes it over.
     */
    @Override
    public void setAssignee(String taskId, String userId) {
        commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null && userId == null && person.is(task.getAssignee())) {
                return context.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, null).execute(context));
            }
            if (task == null) {
                throw refused("gate.task-gone");
            }
            for (CommandChecker checker :
                    context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskAssign(task);
            }
            if (!person.unrestricted() && userId != null && !person.is(userId) && !mayDo(task, userId)) {
                throw refused("gate.assign-to-candidate", userId);
            }
            return new AssignTaskCmd(taskId, userId).execute(context);
        });
    }

    @Override
    public void complete(String taskId) {
        byFormOnly();
        super.complete(taskId);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        byFormOnly();
        super.complete(taskId, variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        byFormOnly();
        return super.completeWithVariablesInReturn(taskId, variables, deserializeValues);
    }

    @Override
    public void resolveTask(String taskId) {
        byFormOnly();
        super.resolveTask(taskId);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        byFormOnly();
        super.resolveTask(taskId, variables);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        byFormOnly();
        super.delegateTask(taskId, userId);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        byFormOnly();
        super.handleBpmnError(taskId, errorCode);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        byFormOnly();
        super.handleBpmnError(taskId, errorCode, errorMessage);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        byFormOnly();
        super.handleBpmnError(taskId, errorCode, errorMessage, variables);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        byFormOnly();
        super.handleEscalation(taskId, escalationCode);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        byFormOnly();
        super.handleEscalation(taskId, escalationCode, variables);
    }

    @Override
    protected void setVariables(String taskId, Map<String, ? extends Object> variables, boolean local) {
        byFormOnly();
        super.setVariables(taskId, variables, local);
    }

    @Override
    public void setVariable(String taskId, String name, Object value) {
        byFormOnly();
        super.setVariable(taskId, name, value);
    }

    @Override
    public void setVariableLocal(String taskId, String name, Object value) {
        byFormOnly();
        super.setVariableLocal(taskId, name, value);
    }

    @Override
    protected void updateVariables(
            String taskId, Map<String, ? extends Object> modifications, Collection<String> deletions, boolean local) {
        byFormOnly();
        super.updateVariables(taskId, modifications, deletions, local);
    }

    @Override
    public void removeVariable(String taskId, String name) {
        byFormOnly();
        super.removeVariable(taskId, name);
    }

    @Override
    public void removeVariableLocal(String taskId, String name) {
        byFormOnly();
        super.removeVariableLocal(taskId, name);
    }

    @Override
    public void removeVariables(String taskId, Collection<String> names) {
        byFormOnly();
        super.removeVariables(taskId, names);
    }

    @Override
    public void removeVariablesLocal(String taskId, Collection<String> names) {
        byFormOnly();
        super.removeVariablesLocal(taskId, names);
    }

    @Override
    public void saveTask(Task task) {
        byFormOnly();
        super.saveTask(task);
    }

    @Override
    public void setDueDate(String taskId, Date dueDate) {
        byFormOnly();
        super.setDueDate(taskId, dueDate);
    }

    /** On a task that one may work on, and nowhere else: the engine itself asks for no right at all. */
    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        if (person.unrestricted()) {
            return super.createComment(taskId, processInstanceId, message);
        }
        return commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null || message == null) {
                // Unmarked: REST answers in words of its own, whatever is said here.
                throw new BadUserRequestException("no task to comment on, or no comment");
            }
            for (CommandChecker checker :
                    context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
            return super.createComment(taskId, task.getProcessInstanceId(), message);
        });
    }

    private boolean mayDo(TaskEntity task, String login) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .anyMatch(group -> members.of(group).contains(login));
    }

    private BadUserRequestException refused(String sentence, Object... arguments) {
        return Refusal.inWords(new BadUserRequestException(sentences.say(sentence, arguments)));
    }

    private void byFormOnly() {
        if (!person.unrestricted()) {
            throw Refusal.inWords(new AuthorizationException(sentences.say("gate.by-form-only")));
        }
    }
}
