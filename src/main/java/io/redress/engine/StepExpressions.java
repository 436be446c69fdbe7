package io.redress.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * The expressions of diagrams and what they reach: variables, the steps that Redress offers, and nothing from which the
 * engine or any class of the server could be reached.
 */
final class StepExpressions extends JuelExpressionManager {

    StepExpressions(Map<Object, Object> steps) {
        super(steps);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new ArrayELResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        resolver.add(new Guarded());
        return resolver;
    }

    private static final class Guarded extends BeanELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            return guarded(super.getValue(context, base, property));
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            return guarded(super.invoke(context, base, method, types, arguments));
        }

        private static Object guarded(Object value) {
            if (value instanceof Class<?>
                    || value instanceof ClassLoader
                    || value instanceof ProcessEngineServices
                    || value instanceof ProcessEngineConfiguration) {
                throw new ELException("An expression in a diagram can't reach "
                        + value.getClass().getSimpleName());
            }
            return value;
        }
    }
}
