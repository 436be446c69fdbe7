package io.redress.engine;

import io.redress.engine.variable.CaseVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
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
final class OwnCase {

    /** They look at all cases, and have none. */
    private static final Set<String> WITHOUT_CASE = Set.of("checkClocksDelegate");

    private static final Set<String> STEPS = Set.of(ActivityTypes.TASK_SERVICE, ActivityTypes.TASK_BUSINESS_RULE);

    private static final int REMEMBERED = 1000;

    private final LongFunction<Optional<String>> numberOf;

    /** A case keeps its number for ever; the ones asked for last. */
    private final Map<Long, String> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param numberOf finds the number of a case by its id */
    OwnCase(LongFunction<Optional<String>> numberOf) {
        this.numberOf = numberOf;
    }

    JavaDelegate guarded(String name, JavaDelegate delegate) {
        return execution -> {
            if (!isStep(execution)) {
                throw new IllegalStateException(name + " is performed by a service task alone");
            }
            if (!WITHOUT_CASE.contains(name)) {
                long id = CaseVariables.CASE_ID.in(execution);
                if (!number(id).equals(execution.getProcessBusinessKey())) {
                    throw new IllegalStateException(
                            name + " is asked to act on another case than " + execution.getProcessBusinessKey());
                }
            }
            delegate.execute(execution);
        };
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

    private String number(long id) {
        synchronized (numbers) {
            String known = numbers.get(id);
            if (known != null) {
                return known;
            }
        }
        String found = numberOf.apply(id).orElseThrow(() -> new IllegalStateException("there is no case " + id));
        synchronized (numbers) {
            numbers.put(id, found);
        }
        return found;
    }
}
