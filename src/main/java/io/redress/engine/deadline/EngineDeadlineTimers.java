package io.redress.engine.deadline;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineTimers;
import io.redress.casefile.deadline.Schedule;
import io.redress.casefile.deadline.Urgency;
import io.redress.engine.variable.CaseVariables;
import io.redress.language.Sentences;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the engine's timers, the due dates of its tasks and the mark on their cards equal to what the deadlines say. */
@Component
class EngineDeadlineTimers implements DeadlineTimers {

    private static final String NOT_COMPUTABLE = "deadline-not-computable";

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Complaints complaints;
    private final JdbcClient jdbc;
    private final Sentences sentences;

    EngineDeadlineTimers(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            Complaints complaints,
            JdbcClient jdbc,
            Sentences sentences) {
        this.engine = engine;
        this.complaints = complaints;
        this.jdbc = jdbc;
        this.sentences = sentences;
    }

    /**
     * Not by the engine's own command, which knows no timer that is not yet written, logs each as an operator's act, and asks the
     * diagram: that answers for a timer which is just firing as if what it fires for were recorded already, be it or not.
     */
    @Override
    public void follow(long complaintId, List<Deadline> deadlines, Schedule schedule, Instant now, Urgency mark) {
        String number = complaints.find(complaintId).map(Complaint::number).orElseThrow();
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    timers(context, number).forEach((job, timer) -> {
                        Instant wanted =
                                timer.question().answer(schedule, now, true).orElse(DeadlineExpressions.NEVER);
                        if (!timer.due().equals(wanted)) {
                            timer.loaded(context, job).ifPresent(armed -> armed.setDuedate(Date.from(wanted)));
                        }
                    });
                    instances(number).forEach((instance, keeper) -> {
                        ExecutionEntity process = context.getExecutionManager().findExecutionById(instance);
                        if (process != null && !process.isEnded()) {
                            show(context, process, mark);
                            if (keeper) {
                                report(process, deadlines);
                            }
                        }
                    });
                    return null;
                }));
    }

    /** @param cached the timer, where this command has it at hand; one that is not yet written is nowhere else */
    private record Armed(TimerQuestion question, Instant due, TimerEntity cached) {

        /** Nothing for the one that is firing now: it is deleted, though its row still stands. */
        Optional<TimerEntity> loaded(CommandContext context, String job) {
            return Optional.ofNullable(
                    cached == null ? (TimerEntity) context.getJobManager().findJobById(job) : cached);
        }
    }

    /** By id: in the database, and those that this very command has made or moved and not yet written. */
    private Map<String, Armed> timers(CommandContext context, String number) {
        Map<String, Armed> timers = new TreeMap<>();
        jdbc.sql("""
                        select job.id_, job.duedate_, definition.job_configuration_ from act_ru_job job
                          join act_ru_execution process on process.id_ = job.process_instance_id_
                          join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                        where process.business_key_ = :number and definition.job_configuration_ \
                        """ + TimerQuestion.SQL).param("number", number).query(row -> {
            String id = row.getString("id_");
            Instant due = row.getTimestamp("duedate_").toInstant();
            TimerQuestion.in(row.getString("job_configuration_"))
                    .ifPresent(question -> timers.put(id, new Armed(question, due, null)));
        });
        // Asked for timers, the engine would find none: it keeps all jobs under their common type.
        context.getDbEntityManager().getCachedEntitiesByType(AcquirableJobEntity.class).stream()
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast)
                .forEach(timer -> cached(context, number, timer, timers));
        return timers;
    }

    private static void cached(CommandContext context, String number, TimerEntity timer, Map<String, Armed> timers) {
        // The one that is firing now is as good as gone.
        if (timer == context.getCurrentJob() || context.getDbEntityManager().isDeleted(timer)) {
            timers.remove(timer.getId());
        } else if (timer.getExecution() != null
                && number.equals(timer.getExecution().getProcessBusinessKey())) {
            TimerQuestion.of(timer)
                    .ifPresent(question -> timers.put(
                            timer.getId(),
                            new Armed(question, timer.getDuedate().toInstant(), timer)));
        }
    }

    /** The processes of the case, and whether it is the one that keeps its deadlines. */
    private Map<String, Boolean> instances(String number) {
        Map<String, Boolean> instances = new TreeMap<>();
        jdbc.sql("""
                        select process.id_, process.super_exec_ is null
                          and exists (select 1 from act_ru_jobdef definition
                            where definition.proc_def_id_ = process.proc_def_id_
                              and definition.job_configuration_ like '%deadlines.near(%') as keeper
                        from act_ru_execution process
                        where process.business_key_ = :number and process.parent_id_ is null
                        """).param("number", number).query(row -> {
            instances.put(row.getString("id_"), row.getBoolean("keeper"));
        });
        return instances;
    }

    /** A deadline that can't be computed is an incident for an admin, until it can be or has ended. */
    private static void report(ExecutionEntity process, List<Deadline> deadlines) {
        Map<String, String> missing = new LinkedHashMap<>();
        deadlines.stream()
                .filter(deadline -> !deadline.ended() && deadline.notComputable() != null)
                .forEach(deadline -> missing.put(deadline.name(), deadline.notComputable()));
        for (IncidentEntity incident : List.copyOf(process.getIncidents())) {
            if (incident.getIncidentType().equals(NOT_COMPUTABLE)
                    && missing.remove(incident.getConfiguration()) == null) {
                process.resolveIncident(incident.getId());
            }
        }
        missing.forEach((name, why) -> process.createIncident(NOT_COMPUTABLE, name, why));
    }

    private void show(CommandContext context, ExecutionEntity process, Urgency mark) {
        for (TaskEntity task : context.getTaskManager().findTasksByProcessInstanceId(process.getId())) {
            Expression due = task.getTaskDefinition().getDueDateExpression();
            if (due != null && due.getExpressionText().contains("deadlines.due(")) {
                Date date = (Date) due.getValue(task.getExecution());
                if (!Objects.equals(date, task.getDueDate())) {
                    task.setDueDate(date);
                }
            }
        }
        String words = mark == Urgency.NONE ? "" : sentences.say("deadline.mark-" + mark.name());
        if (!words.equals(CaseVariables.DEADLINE.find(process).orElse(""))) {
            CaseVariables.DEADLINE.set(process, words);
        }
    }
}
