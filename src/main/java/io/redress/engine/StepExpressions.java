package io.redress.engine;

import io.redress.engine.deadline.DeadlineExpressions;
import io.redress.engine.task.ListExpressions;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.joda.time.DateTime;

/**
 * The expressions of diagrams and of Tasklist's lists, and what they reach: variables as they are, the steps that Redress
 * offers, the deadlines, the time, and who is asking. Whatever is not listed here fails, be it a function, a method or a property, of a
 * text or a list just as of an object of the engine.
 */
final class StepExpressions extends JuelExpressionManager {

    private record Listed(Class<?> type, Set<String> methods, Set<String> properties) {}

    private static final List<Listed> LISTED = List.of(
            new Listed(
                    DeadlineExpressions.class,
                    Set.of(
                            "overdue",
                            "near",
                            "pauseOver",
                            "until",
                            "due",
                            "task",
                            "workingDay",
                            "answer",
                            "reminder",
                            "remind",
                            "lateMeasure"),
                    Set.of()),
            new Listed(DelegateExecution.class, Set.of("getProcessBusinessKey"), Set.of("processBusinessKey")),
            new Listed(DateTime.class, ListExpressions.TIME_METHODS, Set.of()));

    StepExpressions(Map<Object, Object> steps) {
        super(steps);
    }

    /** The engine's plugins bring functions of their own, which read any document and build any object: they are left out. */
    @Override
    public void addFunction(String name, Method function) {
        if (ListExpressions.FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new ListedOnly());
        return resolver;
    }

    /** Stands in the place of the resolvers of arrays, lists, maps and beans. */
    private static final class ListedOnly extends BeanELResolver {

        ListedOnly() {
            super(true);
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null
                    && LISTED.stream()
                            .noneMatch(listed -> listed.type().isInstance(base)
                                    && listed.properties().contains(property))) {
                throw unlisted(base, property);
            }
            return super.getValue(context, base, property);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base != null
                    && LISTED.stream()
                            .noneMatch(listed -> listed.type().isInstance(base)
                                    && listed.methods().contains(method))) {
                throw unlisted(base, method);
            }
            return super.invoke(context, base, method, types, arguments);
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            if (base != null) {
                throw unlisted(base, property);
            }
        }

        private static ELException unlisted(Object base, Object member) {
            return new ELException("An expression can't reach %s of %s"
                    .formatted(member, base.getClass().getSimpleName()));
        }
    }
}
