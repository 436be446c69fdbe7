package io.redress.engine.deadline;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A wait that the deadlines measure is over when they say so, and not before: a timer that an admin executes early, or whose due
 * date somebody has moved, is set again. A timer that repeats asks the deadlines by itself.
 */
public final class WaitOver {

    private WaitOver() {}

    /** In place of the engine's own for timers that catch, and for those at the edge of a step. */
    @SuppressWarnings("rawtypes")
    public static List<JobHandler> handlers() {
        return List.of(new Catching(), new AtTheEdge());
    }

    private static final class Catching extends TimerCatchIntermediateEventJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration configuration,
                ExecutionEntity execution,
                CommandContext context,
                String tenantId) {
            if (!setAgain(configuration, execution, context)) {
                super.execute(configuration, execution, context, tenantId);
            }
        }
    }

    private static final class AtTheEdge extends TimerExecuteNestedActivityJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration configuration,
                ExecutionEntity execution,
                CommandContext context,
                String tenantId) {
            if (!setAgain(configuration, execution, context)) {
                super.execute(configuration, execution, context, tenantId);
            }
        }
    }

    /** The job that is executed is deleted afterwards, as every timer is that does not repeat: another takes its place. */
    private static boolean setAgain(
            TimerJobConfiguration configuration, ExecutionEntity execution, CommandContext context) {
        Optional<TimerDeclarationImpl> asking = Optional.of((TimerEntity) context.getCurrentJob())
                .filter(timer -> timer.getRepeat() == null)
                .filter(timer -> TimerQuestion.asksTheDeadlines(timer))
                .map(timer -> declaration(configuration, execution));
        if (asking.isEmpty()) {
            return false;
        }
        TimerEntity again = asking.get().createTimerInstance(execution);
        if (again.getDuedate().after(ClockUtil.getCurrentTime())) {
            return true;
        }
        again.delete();
        return false;
    }

    private static TimerDeclarationImpl declaration(TimerJobConfiguration configuration, ExecutionEntity execution) {
        ActivityImpl timer = execution.getProcessDefinition().findActivity(configuration.getTimerElementKey());
        return TimerDeclarationImpl.getDeclarationsForScope(timer.getEventScope())
                .get(timer.getId());
    }
}
