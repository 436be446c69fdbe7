package io.redress.engine.form;

import io.redress.casefile.SubmitHandler;
import io.redress.engine.variable.StepProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Finds what a step's diagram names to happen when its form is submitted, by the extension property {@code onSubmit} of a user
 * task or start event.
 */
@Component
public class SubmitHandlers extends AbstractBpmnParseListener {

    /** The extension property, and the key under which the engine keeps its value. */
    public static final String ON_SUBMIT = "onSubmit";

    private final BeanFactory beans;

    SubmitHandlers(BeanFactory beans) {
        this.beans = beans;
    }

    /** Whether a diagram may name it. */
    public boolean known(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, SubmitHandler.class);
    }

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        remember(task, activity);
    }

    @Override
    public void parseStartEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        remember(event, activity);
    }

    /** @throws IllegalStateException when it names one that there is not: the gate let it through before it went */
    SubmitHandler of(ActivityImpl step) {
        String name = (String) step.getProperty(ON_SUBMIT);
        if (name == null) {
            return SubmitHandler.NONE;
        }
        if (!known(name)) {
            throw new IllegalStateException("%s: there is no handler %s".formatted(step.getId(), name));
        }
        return beans.getBean(name, SubmitHandler.class);
    }

    private static void remember(Element step, ActivityImpl activity) {
        StepProperties.of(step, ON_SUBMIT).ifPresent(name -> activity.setProperty(ON_SUBMIT, name));
    }
}
