package io.redress.engine.deadline;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.escalation.OverdueTasks;
import io.redress.casefile.escalation.OverdueTasks.Overdue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Has it told when a task without a deadline of its own is overdue, once for each due date, and reminds those above whom nobody
 * stands. Each task in a transaction of its own, under the lock of its case: two nodes take turns, and the second finds it told.
 */
@Component
public class OverdueTaskWatch {

    private static final String EMPTY_LEVEL = "empty-level";
    private static final String SILENT_TOP = "silent-top-level";

    private static final int PAGE = 200;

    /** In one look, so that it is over before the engine takes it for stopped; the rest is told ten minutes later. */
    private static final int MOST = 1000;

    private final OverdueTasks tasks;
    private final ToldTasks told;
    private final CaseByCase cases;
    private final Complaints complaints;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Clock clock;

    private static final List<String> OF_NO_KIND = List.of("deadlines.task(", "deadlines.workingDay(");

    OverdueTaskWatch(
            OverdueTasks tasks,
            ToldTasks told,
            CaseByCase cases,
            Complaints complaints,
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            Clock clock) {
        this.tasks = tasks;
        this.told = told;
        this.cases = cases;
        this.complaints = complaints;
        this.engine = engine;
        this.clock = clock;
    }

    /** Looks once. */
    public void check() {
        Instant now = clock.instant();
        told.shownThoughGone().forEach(gone -> cases.see(gone.complaintId(), complaint -> hide(gone)));
        told.deleteGone();
        int seen = 0;
        ToldTasks.Overdue last = null;
        List<ToldTasks.Overdue> page;
        do {
            page = told.untold(now, last, PAGE);
            for (ToldTasks.Overdue task : page) {
                // Page by page past those whose own timer tells: otherwise many of them would hide the others.
                if (withoutDeadline(task) && cases.see(task.complaintId(), complaint -> tell(task, now))) {
                    seen++;
                }
                last = task;
            }
        } while (page.size() == PAGE && seen < MOST);
        told.toRemind(now, MOST)
                .forEach(task -> cases.see(task.complaintId(), complaint -> remind(task, complaint, now)));
    }

    /** Whether it asked the deadlines for a due date of no kind, and its diagram does not say itself what follows when nobody acts. */
    private boolean withoutDeadline(ToldTasks.Overdue task) {
        return engine.getObject().getCommandExecutorTxRequired().execute(context -> {
            ProcessDefinitionEntity diagram = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(task.definition());
            Expression due = diagram.getTaskDefinitions().get(task.step()).getDueDateExpression();
            return due != null
                    && OF_NO_KIND.stream().anyMatch(due.getExpressionText()::contains)
                    && TimerDeclarationImpl.getDeclarationsForScope(diagram.findActivity(task.step()))
                            .isEmpty();
        });
    }

    private void tell(ToldTasks.Overdue task, Instant now) {
        if (tasks.waits(task.complaintId())) {
            return;
        }
        complaints.lock(Set.of(task.complaintId()));
        open(task.id(), task.dueAt(), task.complaintId())
                .filter(open -> !told.told(task))
                .ifPresent(open -> {
                    OverdueTasks.Told outcome = tasks.tell(overdue(open, task.complaintId()), now);
                    told.add(task, now, outcome.remindAt());
                    showEmpty(open.getProcessInstance(), outcome.empty());
                });
    }

    private void remind(ToldTasks.Told task, Complaint complaint, Instant now) {
        complaints.lock(Set.of(complaint.id()));
        Optional<TaskEntity> open = open(task.id(), task.dueAt(), complaint.id());
        Optional<Overdue> overdue = open.map(one -> overdue(one, complaint.id()));
        boolean due = told.remind(
                task, now, overdue.map(one -> tasks.reminder(one, now)).orElse(null));
        if (due && overdue.isPresent() && !tasks.waits(complaint.id())) {
            tasks.remind(overdue.get(), now);
            if (task.incident() == null) {
                told.shown(task, show(open.get(), overdue.get()));
            }
        }
    }

    /** Empty when it is done meanwhile, due at another time, or of a case that is closed. */
    private Optional<TaskEntity> open(String id, Instant dueAt, long complaintId) {
        return Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(id))
                .filter(task -> task.getDueDate() != null
                        && task.getDueDate().toInstant().equals(dueAt))
                .filter(task -> complaints
                        .find(complaintId)
                        .filter(one -> !one.closed())
                        .isPresent());
    }

    private Overdue overdue(TaskEntity task, long complaintId) {
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
        return new Overdue(
                complaintId,
                task.getName(),
                groups.isEmpty() ? List.of(complaints.ownerGroup(complaintId)) : groups,
                task.getAssignee(),
                task.getDueDate().toInstant());
    }

    /** Each group once in a process, however many of its tasks are overdue. */
    private void showEmpty(ExecutionEntity process, List<String> empty) {
        empty.stream()
                .filter(group -> process.getIncidents().stream()
                        .noneMatch(incident -> incident.getIncidentType().equals(EMPTY_LEVEL)
                                && group.equals(incident.getConfiguration())))
                .forEach(group -> process.createIncident(EMPTY_LEVEL, group, tasks.emptyLevel(group)));
    }

    private String show(TaskEntity task, Overdue overdue) {
        return task.getExecution()
                .createIncident(SILENT_TOP, String.join(",", overdue.groups()), tasks.silent(overdue))
                .getId();
    }

    /** The engine keeps it as long as the process goes on, unless the task had a border of its own. */
    private void hide(ToldTasks.Told gone) {
        if (Context.getCommandContext().getIncidentManager().findIncidentById(gone.incident()) != null) {
            engine.getObject().getRuntimeService().resolveIncident(gone.incident());
        }
        told.delete(gone);
    }
}
