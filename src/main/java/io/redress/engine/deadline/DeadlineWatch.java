package io.redress.engine.deadline;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DueDeadlines;
import io.redress.casefile.escalation.Escalation;
import io.redress.engine.variable.CaseVariables;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds deadlines that are due with no timer behind them, and cases that were to be passed up and were not, and sees to both all
 * the same; finds timers without a deadline. All are reported in the log and in the application's info.
 */
@Component
public class DeadlineWatch implements InfoContributor {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

    /** As many as a line of the log can name. */
    private static final int NAMED = 20;

    /** A timer that is due is given this long before its deadline counts as overlooked. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final String ESCALATION = "escalation";

    private final DueDeadlines dueDeadlines;
    private final Escalation escalation;
    private final CaseByCase cases;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Map<String, Object> last = Map.of();

    DeadlineWatch(
            DueDeadlines dueDeadlines,
            Escalation escalation,
            CaseByCase cases,
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            JdbcClient jdbc,
            Clock clock) {
        this.dueDeadlines = dueDeadlines;
        this.escalation = escalation;
        this.cases = cases;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks once. */
    public void check() {
        Instant now = clock.instant();
        Set<String> inTurn = timersInTurn(now);
        List<Deadline> forgotten = dueDeadlines.overlooked(now.minus(GRACE)).stream()
                .filter(overlooked -> !inTurn.contains(overlooked.complaintId() + asked(overlooked)))
                .toList();
        Set<Long> failed = new TreeSet<>();
        forgotten.forEach(deadline -> alone(deadline.complaintId(), failed, complaint -> see(deadline, complaint)));
        // The diagram that asked for it told nobody.
        List<Long> unheard = escalation.overlooked(now.minus(GRACE));
        unheard.forEach(id -> alone(id, failed, complaint -> {
            LOG.warn("Nobody passed {} up though it was asked for: it is done now", complaint.number());
            passUp(complaint);
        }));
        // What it began here no case ends with: nobody called it.
        escalationsOfClosedCases()
                .forEach((instance, id) -> alone(
                        id,
                        failed,
                        complaint ->
                                engine.getObject().getRuntimeService().deleteProcessInstance(instance, "case closed")));
        List<String> idle = timersWithoutDeadline();
        if (!idle.isEmpty()) {
            LOG.warn(
                    "{} timers hold no deadline, the first of them: {}",
                    idle.size(),
                    idle.subList(0, Math.min(NAMED, idle.size())));
        }
        last = Map.of(
                "checkedAt", now.toString(),
                "deadlinesWithoutTimer", forgotten.stream().map(Deadline::id).toList(),
                "timersWithoutDeadline", idle,
                "casesNotPassedUp", unheard,
                "casesNotSeenTo", failed);
    }

    private void alone(long complaintId, Set<Long> failed, Consumer<Complaint> see) {
        if (!cases.see(complaintId, see)) {
            failed.add(complaintId);
        }
    }

    /** What a timer asks that does for this deadline what is overlooked. */
    private static String asked(Deadline overlooked) {
        return overlooked.runs() ? overlooked.kind() : TimerQuestion.pauseOver().what();
    }

    private void see(Deadline forgotten, Complaint complaint) {
        if (!forgotten.runs()) {
            LOG.warn("No timer ended the pause of {} of {}: it is ended now", forgotten.name(), complaint.number());
            escalation.giveBack(complaint.id(), clock.instant());
        } else if (forgotten.endsAWait()) {
            LOG.warn(
                    "No timer ended the wait {} of {}: look at where the case stands",
                    forgotten.name(),
                    complaint.number());
        } else {
            LOG.warn("No timer fired for the deadline {} of {}: it is fired now", forgotten.name(), complaint.number());
            passUp(complaint);
        }
    }

    private void passUp(Complaint complaint) {
        engine.getObject()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        ESCALATION,
                        complaint.number(),
                        Map.of(
                                CaseVariables.CASE_ID.name(),
                                complaint.id(),
                                CaseVariables.NUMBER.name(),
                                complaint.number(),
                                CaseVariables.SITE.name(),
                                complaint.site()));
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail("deadlines", last);
    }

    /** Timers that are due and only wait for their turn, when very many are: the case and the kind of the deadline. */
    private Set<String> timersInTurn(Instant now) {
        return jdbc.sql("""
                        select complaint.id, definition.job_configuration_ from act_ru_job job
                          join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                          join act_ru_execution process on process.id_ = job.process_instance_id_
                          join complaint on complaint.number = process.business_key_
                        where definition.job_configuration_ like '%deadlines.%'
                          and job.duedate_ <= :now and job.retries_ > 0
                        """)
                .param("now", Timestamp.from(now))
                .query((row, index) -> {
                    long complaintId = row.getLong("id");
                    return TimerQuestion.in(row.getString("job_configuration_"))
                            .map(question -> complaintId + Objects.toString(question.kind(), question.what()))
                            .orElse("");
                })
                .set();
    }

    /** By the id of their instance, the ids of the cases. */
    private Map<String, Long> escalationsOfClosedCases() {
        Map<String, Long> cases = new TreeMap<>();
        jdbc.sql("""
                        select process.id_, complaint.id from act_ru_execution process
                          join act_re_procdef definition on definition.id_ = process.proc_def_id_
                          join complaint on complaint.number = process.business_key_
                        where definition.key_ = :escalation and process.parent_id_ is null and process.super_exec_ is null
                          and complaint.state = 'CLOSED'
                        order by process.id_
                        """).param("escalation", ESCALATION).query(row -> {
            cases.put(row.getString("id_"), row.getLong("id"));
        });
        return cases;
    }

    /** Armed timers of cases none of whose deadlines is open. */
    private List<String> timersWithoutDeadline() {
        return jdbc
                .sql("""
                        select job.id_, definition.job_configuration_ from act_ru_job job
                          join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                          join act_ru_execution process on process.id_ = job.process_instance_id_
                        where definition.job_configuration_ like '%deadlines.%'
                          and job.duedate_ < timestamp '2900-01-01 00:00:00'
                          and not exists (
                            select 1 from complaint join deadline on deadline.complaint_id = complaint.id
                            where complaint.number = process.business_key_
                              and deadline.state in ('RUNNING', 'PAUSED', 'BREACHED'))
                        order by job.id_
                        """)
                .query((row, index) ->
                        TimerQuestion.in(row.getString("job_configuration_")).isPresent() ? row.getString("id_") : "")
                .list()
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
