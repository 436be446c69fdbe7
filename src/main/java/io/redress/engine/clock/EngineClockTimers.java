package io.redress.engine.clock;

import io.redress.clock.CaseClock;
import io.redress.clock.ClockTimers;
import io.redress.clock.Mark;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.engine.variable.CaseVariables;
import io.redress.language.Sentences;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the engine's timers, the due dates of its tasks and the mark on their cards equal to what the clocks say. */
@Component
class EngineClockTimers implements ClockTimers {

    private static final String NOT_COMPUTABLE = "clock-not-computable";

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
    public void follow(long complaintId, List<CaseClock> clocks, Mark mark) {
        String number = complaints.find(complaintId).map(Complaint::number).orElseThrow();
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    timers(context, number).forEach(EngineClockTimers::arm);
                    for (String instance : instances(number)) {
                        ExecutionEntity process = context.getExecutionManager().findExecutionById(instance);
                        if (process != null && !process.isEnded()) {
                            show(context, process, mark);
                        }
                    }
                    for (String instance : keepers(number)) {
                        report(context.getExecutionManager().findExecutionById(instance), clocks);
                    }
                    return null;
                }));
    }

    /** Those in the database, and those that this very command has made and not yet written. */
    private Collection<TimerEntity> timers(CommandContext context, String number) {
        Map<String, TimerEntity> timers = new TreeMap<>();
        jdbc.sql("""
                        select job.id_ from act_ru_job job
                          join act_ru_execution process on process.id_ = job.process_instance_id_
                          join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                        where process.business_key_ = :number and definition.job_configuration_ like '%clocks.next(%'
                        """)
                .param("number", number)
                .query(String.class)
                .list()
                .forEach(id ->
                        timers.put(id, (TimerEntity) context.getJobManager().findJobById(id)));
        // Asked for timers, the engine would find none: it keeps all jobs under their common type.
        context.getDbEntityManager().getCachedEntitiesByType(AcquirableJobEntity.class).stream()
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast)
                .filter(timer -> TimerClock.of(timer).isPresent()
                        && timer.getExecution() != null
                        && number.equals(timer.getExecution().getProcessBusinessKey()))
                .forEach(timer -> timers.put(timer.getId(), timer));
        // The one that is firing now is as good as gone.
        timers.values()
                .removeIf(timer -> timer == null
                        || timer == context.getCurrentJob()
                        || context.getDbEntityManager().isDeleted(timer));
        return timers.values();
    }

    /** As the engine's own command does it, which knows no timer that is not yet written, and logs each as an operator's act. */
    private static void arm(TimerEntity timer) {
        ExecutionEntity execution = timer.getExecution();
        ActivityImpl event = execution.getProcessDefinition().findActivity(timer.getActivityId());
        TimerDeclarationImpl.getDeclarationsForScope(event.getEventScope())
                .get(event.getId())
                .resolveAndSetDuedate(execution, timer, false);
    }

    private List<String> instances(String number) {
        return jdbc.sql(
                        "select id_ from act_ru_execution where business_key_ = :number and parent_id_ is null order by id_")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** The process of the case that keeps its clocks. */
    private List<String> keepers(String number) {
        return jdbc.sql("""
                        select process.id_ from act_ru_execution process
                        where process.business_key_ = :number and process.parent_id_ is null
                          and process.super_exec_ is null
                          and exists (select 1 from act_ru_jobdef definition
                            where definition.proc_def_id_ = process.proc_def_id_
                              and definition.job_configuration_ like '%clocks.next(%')
                        """).param("number", number).query(String.class).list();
    }

    /** A clock that can't be computed is an incident for an admin, until it can be or has ended. */
    private static void report(ExecutionEntity process, List<CaseClock> clocks) {
        if (process == null || process.isEnded()) {
            return;
        }
        Map<String, String> missing = new LinkedHashMap<>();
        clocks.stream()
                .filter(clock -> !clock.ended() && clock.notComputable() != null)
                .forEach(clock -> missing.put(clock.name(), clock.notComputable()));
        for (IncidentEntity incident : List.copyOf(process.getIncidents())) {
            if (incident.getIncidentType().equals(NOT_COMPUTABLE)
                    && missing.remove(incident.getConfiguration()) == null) {
                process.resolveIncident(incident.getId());
            }
        }
        missing.forEach((name, why) -> process.createIncident(NOT_COMPUTABLE, name, why));
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
