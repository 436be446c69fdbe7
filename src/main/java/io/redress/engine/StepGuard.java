package io.redress.engine;

import io.redress.engine.variable.OwnCase;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * Lets a delegate act where a diagram has it as a step, and on the case of that very course only: a listener that names it, or a
 * case id that the diagram itself has put in the place of its own, ends in an error.
 */
final class StepGuard {

    /** They look at all cases, and have none. */
    private static final Set<String> WITHOUT_CASE =
            Set.of("checkDeadlinesDelegate", "reportOverdueTasksDelegate", "eraseOldInjuryDataDelegate");

    private static final Set<String> STEPS = Set.of(ActivityTypes.TASK_SERVICE, ActivityTypes.TASK_BUSINESS_RULE);

    private final OwnCase ownCase;

    StepGuard(OwnCase ownCase) {
        this.ownCase = ownCase;
    }

    JavaDelegate guarded(String name, JavaDelegate delegate) {
        return execution -> act(name, delegate, execution);
    }

    private void act(String name, JavaDelegate delegate, DelegateExecution execution) throws Exception {
        if (!isStep(execution)) {
            throw new IllegalStateException(name + " is performed by a service task alone");
        }
        if (!WITHOUT_CASE.contains(name)
                && ownCase.find((ExecutionEntity) execution).isEmpty()) {
            throw new IllegalStateException(
                    name + " is asked to act on another case than " + execution.getProcessBusinessKey());
        }
        delegate.execute(execution);
    }

    /** A listener is told an event; a step is not. */
    private static boolean isStep(DelegateExecution execution) {
        if (execution.getEventName() != null) {
            return false;
        }
        ActivityImpl activity = ((ExecutionEntity) execution).getActivity();
        return activity != null
                && activity.getActivityBehavior() instanceof ServiceTaskDelegateExpressionActivityBehavior
                && STEPS.contains(activity.getProperties().get(BpmnProperties.TYPE));
    }
}
