package io.redress.engine.form;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.StepProperties;
import io.redress.language.Sentences;
import java.util.Comparator;
import java.util.List;
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
    private final Sentences sentences;

    SubmitHandlers(BeanFactory beans, Sentences sentences) {
        this.beans = beans;
        this.sentences = sentences;
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

    /**
     * @throws RefusedCase when it names one that there is not, as the gate let it through before it went, or one that can't read
     *     the form
     */
    SubmitHandler of(ActivityImpl step, DeployedForm form) {
        String name = (String) step.getProperty(ON_SUBMIT);
        if (name == null) {
            return SubmitHandler.NONE;
        }
        if (!known(name)) {
            throw new RefusedCase(sentences.say("gate.deploy-handler", step.getId(), name));
        }
        SubmitHandler handler = beans.getBean(name, SubmitHandler.class);
        List<FormField<?>> reads = handler.reads().stream()
                .sorted(Comparator.comparing(FormField::key))
                .toList();
        reads.forEach(read -> form.form()
                .field(read.key())
                .filter(field -> !field.disabled() && field.asksFor(read.type()))
                .orElseThrow(() -> unreadable(form.id(), read.key(), name)));
        return submission -> {
            reads.forEach(read -> {
                // An option of an owner's list may be a number where a text is read.
                if (!read.takes(submission.fields().get(read.key()))) {
                    throw unreadable(form.id(), read.key(), name);
                }
            });
            handler.submit(submission);
        };
    }

    private RefusedCase unreadable(String form, String key, String name) {
        return new RefusedCase(sentences.say("gate.handler-form", form, key, name));
    }

    private static void remember(Element step, ActivityImpl activity) {
        StepProperties.of(step, ON_SUBMIT).ifPresent(name -> activity.setProperty(ON_SUBMIT, name));
    }
}
