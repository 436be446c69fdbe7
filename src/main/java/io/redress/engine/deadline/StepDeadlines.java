package io.redress.engine.deadline;

import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.PauseReason;
import io.redress.engine.variable.OwnCase;
import io.redress.engine.variable.StepProperties;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets a diagram say what a task has to do with the deadlines of its case, by its extension properties: {@code starts} names what
 * the policy's deadlines start with when the task begins, {@code meets} the deadline that is met when it is done, {@code pauses} for
 * whom the case waits meanwhile.
 */
@Component
public class StepDeadlines extends AbstractBpmnParseListener {

    private final ObjectProvider<Deadlines> deadlines;
    private final ObjectProvider<OwnCase> ownCase;
    private final Clock clock;

    StepDeadlines(ObjectProvider<Deadlines> deadlines, ObjectProvider<OwnCase> ownCase, Clock clock) {
        this.deadlines = deadlines;
        this.ownCase = ownCase;
        this.clock = clock;
    }

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        StepProperties.of(task, "pauses").map(PauseReason::valueOf).ifPresent(reason -> {
            definition.addTaskListener(
                    TaskListener.EVENTNAME_CREATE,
                    begun -> deadlines.getObject().pause(caseOf(begun), reason, clock.instant(), who()));
            TaskListener over = ended -> deadlines.getObject().resume(caseOf(ended), reason, clock.instant(), who());
            definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, over);
            definition.addTaskListener(TaskListener.EVENTNAME_DELETE, over);
        });
        // After the pause: what the task starts does not wait for it.
        StepProperties.of(task, "starts")
                .ifPresent(what -> definition.addTaskListener(TaskListener.EVENTNAME_CREATE, begun -> {
                    deadlines.getObject().startAnew(caseOf(begun), what, clock.instant(), clock.instant(), who());
                    dueAgain(definition, begun);
                }));
        StepProperties.of(task, "meets")
                .ifPresent(kind -> definition.addTaskListener(
                        TaskListener.EVENTNAME_COMPLETE,
                        done -> deadlines.getObject().meet(caseOf(done), kind, clock.instant(), who())));
    }

    /** The due date was worked out before the deadline that it asks for had begun. */
    private static void dueAgain(TaskDefinition definition, DelegateTask begun) {
        if (definition.getDueDateExpression() != null
                && definition.getDueDateExpression().getValue(begun.getExecution()) instanceof Date due) {
            begun.setDueDate(due);
        }
    }

    private long caseOf(DelegateTask task) {
        return ownCase.getObject()
                .find((ExecutionEntity) task.getExecution())
                .orElseThrow(() -> new IllegalStateException("%s is asked to act on another case than %s"
                        .formatted(
                                task.getTaskDefinitionKey(), task.getExecution().getProcessBusinessKey())));
    }

    private static String who() {
        String person = Context.getCommandContext().getAuthenticatedUserId();
        return person == null ? "redress" : person;
    }
}
