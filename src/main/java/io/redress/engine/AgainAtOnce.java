package io.redress.engine;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Two steps that met: the one that lost is taken again at once and keeps its retries; the engine would have it wait for a
 * retry's interval. One that meets others again and again goes the way of every failed step.
 */
public final class AgainAtOnce implements FailedJobCommandFactory {

    /** Each time another step went on, so a case runs out of them long before; a mistake of ours would not. */
    static final int MOST_MEETINGS = 20;

    private static final int JOBS_REMEMBERED = 1000;

    /**
     * A serialization failure, a deadlock, and a row that another step has just hung onto what this one deletes, or deleted
     * under what it adds. A duplicate key is none of them: it may be a mistake that each try makes again.
     */
    private static final Set<String> MET = Set.of("40001", "40P01", "23503", "23506");

    /** By job, the one that failed longest ago first. */
    private final Map<String, Integer> meetings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > JOBS_REMEMBERED;
        }
    };

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return new DefaultJobRetryCmd(job, failure) {
            private static final long serialVersionUID = 1L;

            @Override
            public Object execute(CommandContext context) {
                if (!onceMore(job, failure)) {
                    return super.execute(context);
                }
                JobEntity lost = getJob();
                if (lost != null) {
                    lost.unlock();
                    notifyAcquisition(context);
                }
                return null;
            }
        };
    }

    private boolean onceMore(String job, Throwable failure) {
        synchronized (meetings) {
            if (met(failure) && meetings.merge(job, 1, Integer::sum) <= MOST_MEETINGS) {
                return true;
            }
            meetings.remove(job);
            return false;
        }
    }

    /** Whether a step failed because another of the same case was written at that moment, and would do now. */
    public static boolean met(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof SQLException refused
                                && refused.getSQLState() != null
                                && MET.contains(refused.getSQLState()));
    }
}
