package io.redress.engine.variable;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Lets a diagram say by the extension property {@code evidence} that a user task is done only when something was attached at it. */
public final class StepEvidence extends AbstractBpmnParseListener {

    /** The extension property, and the key under which the engine keeps its value. */
    public static final String EVIDENCE = "evidence";

    /** The one word that it knows. */
    public static final String REQUIRED = "required";

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        StepProperties.of(task, EVIDENCE).ifPresent(word -> activity.setProperty(EVIDENCE, word));
    }

    public static boolean asked(ActivityImpl step) {
        return REQUIRED.equals(step.getProperty(EVIDENCE));
    }
}
