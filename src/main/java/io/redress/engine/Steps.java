package io.redress.engine;

import io.redress.engine.clock.ClockExpressions;
import java.util.AbstractMap;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that a diagram may call: the delegates behind its steps, and the clocks. Without such a list an expression in a diagram could
 * reach every bean of the application.
 */
final class Steps extends AbstractMap<Object, Object> {

    private static final String CLOCKS = "clocks";

    private final BeanFactory beans;

    Steps(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return CLOCKS.equals(name)
                || name instanceof String step && step.endsWith("Delegate") && beans.containsBean(step);
    }

    @Override
    public Object get(Object name) {
        if (CLOCKS.equals(name)) {
            return beans.getBean(ClockExpressions.class);
        }
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    /** Steps are looked up by name, never listed. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
