package io.redress.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.engine.deadline.DeadlineExpressions;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.impl.SpinFunctions;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression reaches, and that it reaches nothing else: of each type, every public method and property is tried. */
class StepExpressionsTest {

    /** The types that a variable, a bean or a function gives to an expression, and those behind which the engine lies. */
    private static final List<Class<?>> TYPES = List.of(
            String.class,
            Long.class,
            Integer.class,
            Double.class,
            Boolean.class,
            Date.class,
            ArrayList.class,
            HashMap.class,
            Object[].class,
            Class.class,
            Method.class,
            Runtime.class,
            DateTime.class,
            ExecutionEntity.class,
            TaskEntity.class,
            DeadlineExpressions.class,
            JavaDelegate.class,
            Runnable.class);

    private static final Map<Class<?>, Set<String>> LISTED = Map.of(
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
            ExecutionEntity.class, Set.of("getProcessBusinessKey"),
            DateTime.class,
                    Set.of(
                            "toDate",
                            "withTimeAtStartOfDay",
                            "withMonthOfYear",
                            "withDayOfMonth",
                            "withDayOfWeek",
                            "withHourOfDay",
                            "withMinuteOfHour",
                            "withSecondOfMinute",
                            "withMillisOfSecond",
                            "plusYears",
                            "plusMonths",
                            "plusWeeks",
                            "plusDays",
                            "plusHours",
                            "plusMinutes",
                            "plusSeconds",
                            "minusYears",
                            "minusMonths",
                            "minusWeeks",
                            "minusDays",
                            "minusHours",
                            "minusMinutes",
                            "minusSeconds"));

    private static boolean ran;

    private final StepExpressions expressions =
            new StepExpressions(Map.of("payRefundDelegate", (JavaDelegate) execution -> ran = true));

    StepExpressionsTest() {
        functions(DateTimeFunctions.class);
        functions(CommandContextFunctions.class);
        functions(SpinFunctions.class);
        functions(Spin.class);
        functions(System.class);
    }

    private Object value(String expression) {
        return expressions.createValueExpression(expression).getValue(context());
    }

    private ELContext context() {
        return expressions.createElContext(Variables.createVariables()
                .putValue("severity", "high")
                .putValue("tries", 3L)
                .putValue("readers", List.of("x"))
                .putValue("facts", new HashMap<>(Map.of("x", "y")))
                .putValue("words", new String[] {"x"})
                .putValue("type", Runtime.class)
                .putValue("execution", new ExecutionEntity())
                .asVariableContext());
    }

    private void functions(Class<?> type) {
        Arrays.stream(type.getMethods()).forEach(method -> expressions.addFunction(method.getName(), method));
    }

    @Test
    void variablesComparisonsAndTheTimeGoOnWorking() {
        assertThat(value("${severity == 'high' || severity == 'critical'}")).isEqualTo(true);
        assertThat(value("${tries >= 3 and readers != null}")).isEqualTo(true);
        assertThat(value("${severity == 'low' ? 'done' : null}")).isNull();
        assertThat(value("#{severity}")).isEqualTo("high");
        assertThat(value("${now()}")).isInstanceOf(Date.class);
        assertThat(value("${dateTime().plusHours(24).toDate()}")).isInstanceOf(Date.class);
        assertThat(value("${dateTime().withTimeAtStartOfDay().minusDays(2).plusWeeks(1).toDate()}"))
                .isInstanceOf(Date.class);
        assertThat(value("${payRefundDelegate}")).isInstanceOf(JavaDelegate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${S('[\"java.lang.Runtime\"]').mapTo('java.util.ArrayList<java.lang.Class>')[0].methods[0].invoke(null)}",
                "${JSON('{}')}",
                "${XML('<x/>')}",
                "${S('{}')}",
                "${exit(1)}",
                "${getProperty('java.home')}",
                "${currentTimeMillis()}",
                "${''.getClass()}",
                "${''['class']}",
                "${''.class.forName('java.lang.Runtime')}",
                "${severity.length()}",
                "${severity.concat('x')}",
                "${readers[0]}",
                "${readers.get(0)}",
                "${readers.size()}",
                "${readers.stream()}",
                "${facts['x']}",
                "${facts.x}",
                "${facts.get('x')}",
                "${facts.class}",
                "${words[0]}",
                "${words.length}",
                "${words['class']}",
                "${type.name}",
                "${type.methods[0].invoke(null)}",
                "${now().getTime()}",
                "${now().time}",
                "${dateTime().class}",
                "${dateTime().getZone()}",
                "${dateTime().toString('yyyy')}",
                "${dateTime().getChronology().getZone()}",
                "${payRefundDelegate.execute(null)}",
                "${payRefundDelegate.execute(execution)}",
                "${payRefundDelegate.class}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.processInstance}",
                "${execution['class'].classLoader}",
                "${execution.setVariable('caseId', 1)}",
                "${execution.processBusinessKey = 'x'}",
                "${payRefundDelegate['execute'](null)}",
                "${dataSource}",
                "${environment}",
                "${processEngine}"
            })
    void nothingElseIsReached(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOfAny(ProcessEngineException.class, ELException.class);
        assertThatThrownBy(() -> value(expression.replace("${", "#{")))
                .isInstanceOfAny(ProcessEngineException.class, ELException.class);
        assertThat(ran).isFalse();
    }

    @Test
    void nothingIsWrittenIntoWhatAnExpressionReaches() {
        assertThatThrownBy(() -> expressions.createValueExpression("${facts.x}").setValue(context(), "y"))
                .isInstanceOf(ELException.class);
        assertThatThrownBy(() -> expressions
                        .createValueExpression("${payRefundDelegate}")
                        .setValue(context(), "y"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void ofEachTypeOnlyTheListedMethodsAndPropertiesAnswer() {
        int tried = 0;
        for (Class<?> type : TYPES) {
            Object base = instance(type);
            Set<String> listed = LISTED.getOrDefault(type, Set.of());
            for (String method : Stream.of(type, base.getClass())
                    .flatMap(each -> Arrays.stream(each.getMethods()))
                    .map(Method::getName)
                    .collect(Collectors.toSet())) {
                boolean allowed = listed.contains(method);
                for (int arguments : IntStream.rangeClosed(0, 3).toArray()) {
                    if (!allowed) {
                        tried++;
                        assertUnreached(type + "." + method, () -> invoke(base, method, arguments));
                    }
                }
                for (String name : properties(method)) {
                    if (!(type == ExecutionEntity.class && name.equals("processBusinessKey"))) {
                        tried++;
                        assertUnreached(type + "." + name, () -> property(base, name));
                    }
                }
            }
            for (Object key : List.of(0, 1L, "0", "length", "class", "x")) {
                tried++;
                assertUnreached(type + "[" + key + "]", () -> property(base, key));
            }
        }
        assertThat(tried).isGreaterThan(3000);
        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, "{0} methods and properties of {1} types tried", tried, TYPES.size());
    }

    private static List<String> properties(String method) {
        if (method.matches("(get|set).+")) {
            String name = method.substring(3);
            return List.of(Character.toLowerCase(name.charAt(0)) + name.substring(1), name);
        }
        return List.of(method);
    }

    private void assertUnreached(String what, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).as(what).isInstanceOf(ELException.class).hasMessageContaining("can't reach");
    }

    private Object invoke(Object base, String method, int arguments) {
        ELContext context = context();
        return context.getELResolver().invoke(context, base, method, null, new Object[arguments]);
    }

    private Object property(Object base, Object name) {
        ELContext context = context();
        return context.getELResolver().getValue(context, base, name);
    }

    private static Object deadlines() {
        try {
            Constructor<?> constructor = DeadlineExpressions.class.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(null, null, null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object instance(Class<?> type) {
        if (type == JavaDelegate.class) {
            return (JavaDelegate) execution -> ran = true;
        }
        if (type == Runnable.class) {
            return (Runnable) () -> ran = true;
        }
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(String.class, "x"),
                        Map.entry(Long.class, 1L),
                        Map.entry(Integer.class, 1),
                        Map.entry(Double.class, 1.0),
                        Map.entry(Boolean.class, true),
                        Map.entry(Date.class, new Date()),
                        Map.entry(ArrayList.class, new ArrayList<>(List.of("x"))),
                        Map.entry(HashMap.class, new HashMap<>(Map.of("x", "y"))),
                        Map.entry(Object[].class, new Object[] {"x"}),
                        Map.entry(Class.class, Runtime.class),
                        Map.entry(Method.class, Runtime.class.getMethods()[0]),
                        Map.entry(Runtime.class, Runtime.getRuntime()),
                        Map.entry(DateTime.class, new DateTime()),
                        Map.entry(ExecutionEntity.class, new ExecutionEntity()),
                        Map.entry(TaskEntity.class, new TaskEntity()),
                        Map.entry(DeadlineExpressions.class, deadlines()))
                .get(type);
    }
}
