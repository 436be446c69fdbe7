package io.redress.engine.clock;

import io.redress.clock.ClockTimers;
import io.redress.clock.Mark;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.engine.variable.CaseVariables;
import io.redress.language.Sentences;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the engine's timers, the due dates of its tasks and the mark on their cards equal to what the clocks say. */
@Component
class EngineClockTimers implements ClockTimers {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Complaints complaints;
    private final JdbcClient jdbc;
    private final Sentences sentences;

    EngineClockTimers(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            Complaints complaints,
            JdbcClient jdbc,
            Sentences sentences) {
        this.engine = engine;
        this.complaints = complaints;
        this.jdbc = jdbc;
        this.sentences = sentences;
    }

    @Override
    public void follow(long complaintId, Mark mark) {
        String number = complaints.find(complaintId).map(Complaint::number).orElseThrow();
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    timers(context, number).forEach(job -> new RecalculateJobDuedateCmd(job, false).execute(context));
                    for (String instance : instances(number)) {
                        ExecutionEntity process = context.getExecutionManager().findExecutionById(instance);
                        if (process != null && !process.isEnded()) {
                            show(context, process, mark);
                        }
                    }
                    return null;
                }));
    }

    /** In the database, and those that this very command has made and not yet written. */
    private Set<String> timers(CommandContext context, String number) {
        Set<String> timers = new TreeSet<>(
                jdbc.sql("""
                        select job.id_ from act_ru_job job
                          join act_ru_execution process on process.id_ = job.process_instance_id_
                          join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                        where process.business_key_ = :number and definition.job_configuration_ like '%clocks.next(%'
                        """).param("number", number).query(String.class).list());
        context.getDbEntityManager().getCachedEntitiesByType(TimerEntity.class).stream()
                .filter(timer -> TimerClock.of(timer).isPresent()
                        && timer.getExecution() != null
                        && number.equals(timer.getExecution().getProcessBusinessKey()))
                .forEach(timer -> timers.add(timer.getId()));
        // The one that is firing now is gone.
        timers.removeIf(job -> {
            var cached = context.getDbEntityManager().getCachedEntity(TimerEntity.class, job);
            return cached != null && context.getDbEntityManager().isDeleted(cached);
        });
        if (context.getCurrentJob() != null) {
            timers.remove(context.getCurrentJob().getId());
        }
        return timers;
    }

    private List<String> instances(String number) {
        return jdbc.sql(
                        "select id_ from act_ru_execution where business_key_ = :number and parent_id_ is null order by id_")
                .param("number", number)
                .query(String.class)
                .list();
    }

    private void show(CommandContext context, ExecutionEntity process, Mark mark) {
        for (TaskEntity task : context.getTaskManager().findTasksByProcessInstanceId(process.getId())) {
            Expression due = task.getTaskDefinition().getDueDateExpression();
            if (due != null && due.getExpressionText().contains("clocks.due(")) {
                Date date = (Date) due.getValue(task.getExecution());
                if (!Objects.equals(date, task.getDueDate())) {
                    task.setDueDate(date);
                }
            }
        }
        String words = mark == Mark.NONE ? "" : sentences.say("clock.mark-" + mark.name());
        if (!words.equals(CaseVariables.DEADLINE.find(process).orElse(""))) {
            CaseVariables.DEADLINE.set(process, words);
        }
    }
}
