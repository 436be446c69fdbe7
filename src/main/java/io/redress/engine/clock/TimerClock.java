package io.redress.engine.clock;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Which clock a timer holds, read from the expression that its diagram gives it. */
final class TimerClock {

    private static final Pattern ASKED = Pattern.compile("clocks\\.(next|until)\\(\\s*execution\\s*,\\s*'([^']+)'");

    private TimerClock() {}

    static Optional<String> of(JobEntity timer) {
        return timer.getJobDefinition() == null
                ? Optional.empty()
                : in(timer.getJobDefinition().getJobConfiguration());
    }

    /** Whether it ends a wait when its clock is due, and has no part in the stages before. */
    static boolean ends(String expression) {
        Matcher asked = ASKED.matcher(expression == null ? "" : expression);
        return asked.find() && asked.group(1).equals("until");
    }

    static Optional<String> in(String expression) {
        Matcher asked = ASKED.matcher(expression == null ? "" : expression);
        return asked.find() ? Optional.of(asked.group(2)) : Optional.empty();
    }
}
