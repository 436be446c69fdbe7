package io.redress.engine.deadline;

import io.redress.casefile.deadline.Schedule;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * What a timer asks the deadlines, read from the expression that its diagram gives it.
 *
 * @param what such as {@code overdue}
 * @param kind of the deadline; null where it is about all deadlines of the case
 */
record TimerQuestion(String what, String kind) {

    /** In a condition of SQL, on the column with a timer's expression. */
    static final String SQL = "like '%deadlines.%'";

    private static final String OVERDUE = "overdue";
    private static final String UNTIL = "until";
    private static final String NEAR = "near";
    private static final String PAUSE_OVER = "pauseOver";

    /** As an owner may write it; what the gate lets through and this does not read would never be moved. */
    private static final Pattern ASKED =
            Pattern.compile("deadlines\\.(?:(overdue|until)\\(\\s*execution\\s*,\\s*['\"]([^'\"]+)['\"]\\s*\\)"
                    + "|(near|pauseOver)\\(\\s*execution\\s*\\))");

    static TimerQuestion overdue(String kind) {
        return new TimerQuestion(OVERDUE, kind);
    }

    static TimerQuestion until(String kind) {
        return new TimerQuestion(UNTIL, kind);
    }

    static TimerQuestion near() {
        return new TimerQuestion(NEAR, null);
    }

    static TimerQuestion pauseOver() {
        return new TimerQuestion(PAUSE_OVER, null);
    }

    /** Empty for a timer that waits for something else. */
    static Optional<TimerQuestion> of(JobEntity timer) {
        return timer.getJobDefinition() == null
                ? Optional.empty()
                : in(timer.getJobDefinition().getJobConfiguration());
    }

    /** Whether it waits for something that the deadlines know, also for what only its step asks them. */
    static boolean asksTheDeadlines(JobEntity timer) {
        return timer.getJobDefinition() != null
                && timer.getJobDefinition().getJobConfiguration() != null
                && timer.getJobDefinition().getJobConfiguration().contains("deadlines.");
    }

    static Optional<TimerQuestion> in(String expression) {
        Matcher asked = ASKED.matcher(expression == null ? "" : expression);
        if (!asked.find()) {
            return Optional.empty();
        }
        return Optional.of(
                asked.group(1) == null
                        ? new TimerQuestion(asked.group(3), null)
                        : new TimerQuestion(asked.group(1), asked.group(2)));
    }

    /**
     * @param now and {@code passedToo} as {@link Schedule} has them
     * @return empty where there is nothing to wait for
     */
    Optional<Instant> answer(Schedule schedule, Instant now, boolean passedToo) {
        return switch (what) {
            case OVERDUE -> schedule.overdue(kind, now, passedToo);
            case UNTIL -> schedule.over(kind);
            case NEAR -> schedule.near(now, passedToo);
            case PAUSE_OVER -> schedule.pauseOver(now, passedToo);
            default -> throw new IllegalStateException(what);
        };
    }
}
