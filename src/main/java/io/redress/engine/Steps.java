package io.redress.engine;

import io.redress.engine.deadline.DeadlineExpressions;
import io.redress.engine.variable.OwnCase;
import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that a diagram may call: the delegates behind its steps, and the deadlines. Without such a list an expression in a diagram could
 * reach every bean of the application.
 */
final class Steps extends AbstractMap<Object, Object> {

    private static final String DEADLINES = "deadlines";

    private final BeanFactory beans;
    private final StepGuard guard;

    Steps(BeanFactory beans, OwnCase ownCase) {
        this.beans = beans;
        this.guard = new StepGuard(ownCase);
    }

    @Override
    public boolean containsKey(Object name) {
        return DEADLINES.equals(name)
                || name instanceof String step
                        && step.endsWith("Delegate")
                        && beans.containsBean(step)
                        && beans.isTypeMatch(step, JavaDelegate.class);
    }

    /** The delegate itself is never handed out: whoever asks for it gets what performs it in its place and at its case. */
    @Override
    public Object get(Object name) {
        if (DEADLINES.equals(name)) {
            return beans.getBean(DeadlineExpressions.class);
        }
        return containsKey(name)
                ? guard.guarded((String) name, beans.getBean((String) name, JavaDelegate.class))
                : null;
    }

    /** Steps are looked up by name, never listed. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
