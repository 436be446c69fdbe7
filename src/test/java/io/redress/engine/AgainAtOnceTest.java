package io.redress.engine;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class AgainAtOnceTest {

    @Autowired
    private Desk desk;

    @Autowired
    private ManagementService management;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private String job;
    private JobEntity before;

    @BeforeEach
    void aStepIsTaken() {
        String instance = desk.start("customer-service", "complaint-handling", registration())
                .getId();
        job = management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .singleResult()
                .getId();
        before = taken();
    }

    @Test
    void oneStepOfACaseGoesAfterAnother() {
        assertThat(engine.isJobExecutorAcquireExclusiveOverProcessHierarchies()).isTrue();
    }

    /** Without it, it would run beside the steps of what the case has called. */
    @Test
    void aTimerThatIsArmedAgainStillKnowsItsCourse() {
        management.executeJob(job);
        JobEntity near = (JobEntity) near();
        assertThat(near.getRootProcessInstanceId()).isEqualTo(near.getProcessInstanceId());
        management.executeJob(near.getId());
        JobEntity again = (JobEntity) near();
        assertThat(again.getId()).isNotEqualTo(near.getId());
        assertThat(again.getRootProcessInstanceId()).isEqualTo(near.getProcessInstanceId());
    }

    private Job near() {
        return management
                .createJobQuery()
                .processInstanceId(before.getProcessInstanceId())
                .activityId("startEvent_deadlineNear")
                .singleResult();
    }

    @Test
    void aStepThatMetAnotherIsThereAtOnceWithAllItsRetries() {
        assertThatThrownBy(this::meetAnother).isInstanceOf(OptimisticLockingException.class);
        assertThatItIsThereAtOnce();
        management.executeJob(job);
        assertThat(stored()).as("the step is done").isNull();
    }

    static Stream<Throwable> whatSaysThatTwoMet() {
        return Stream.of(
                new OptimisticLockingException("met"),
                new IllegalStateException(new OptimisticLockingException("met")),
                new IllegalStateException(new SQLException("deadlock detected", "40P01")),
                new IllegalStateException(new SQLException("could not serialize access", "40001")),
                new IllegalStateException(new SQLException("is still referenced from table act_ru_variable", "23503")));
    }

    @ParameterizedTest
    @MethodSource("whatSaysThatTwoMet")
    void isKnownByWhatTheDatabaseSays(Throwable failure) {
        fail(failure);
        assertThatItIsThereAtOnce();
    }

    static Stream<Throwable> whatSaysAnythingElse() {
        return Stream.of(
                new IllegalStateException("broken"),
                new IllegalStateException(new SQLException("duplicate key", "23505")),
                new IllegalStateException(new SQLException("no state")));
    }

    @ParameterizedTest
    @MethodSource("whatSaysAnythingElse")
    void anyOtherFailureTakesARetryAndWaits(Throwable failure) {
        fail(failure);
        assertThatItWaits();
        assertThat(stored().getRetries()).isEqualTo(4);
    }

    @Test
    void whatMeetsOthersAgainAndAgainWaits() {
        for (int meeting = 1; meeting <= AgainAtOnce.MOST_MEETINGS; meeting++) {
            fail(new OptimisticLockingException("met"));
            assertThatItIsThereAtOnce();
            taken();
        }
        fail(new OptimisticLockingException("met"));
        assertThatItWaits();
    }

    private void assertThatItIsThereAtOnce() {
        JobEntity now = stored();
        assertThat(now.getLockOwner()).isNull();
        assertThat(now.getLockExpirationTime()).isNull();
        assertThat(now.getRetries()).isEqualTo(before.getRetries());
        assertThat(now.getDuedate()).isEqualTo(before.getDuedate());
        assertThat(now.getExceptionMessage()).isNull();
    }

    private void assertThatItWaits() {
        assertThat(stored().getDuedate()).isAfter(Date.from(Instant.EPOCH));
    }

    /** Another step of the case is stored between what this one has read and what it writes. */
    private void meetAnother() {
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JobFailureCollector failures = new JobFailureCollector(job);
        ExecuteJobHelper.executeJob(job, engine.getCommandExecutorTxRequired(), failures, context -> {
            new ExecuteJobsCmd(job, failures).execute(context);
            another.executeWithoutResult(
                    status -> jdbc.sql("update act_ru_execution set rev_ = rev_ + 1 where id_ = :id")
                            .param("id", before.getProcessInstanceId())
                            .update());
            return null;
        });
    }

    private void fail(Throwable failure) {
        engine.getCommandExecutorTxRequired()
                .execute(engine.getFailedJobCommandFactory().getCommand(job, failure));
    }

    /** As the job executor has it while it works. */
    private JobEntity taken() {
        jdbc.sql("update act_ru_job set rev_ = rev_ + 1, lock_owner_ = 'test', lock_exp_time_ = :until where id_ = :id")
                .param("until", java.sql.Timestamp.from(Instant.parse("2999-01-01T00:00:00Z")))
                .param("id", job)
                .update();
        return stored();
    }

    private JobEntity stored() {
        return (JobEntity) management.createJobQuery().jobId(job).singleResult();
    }
}
