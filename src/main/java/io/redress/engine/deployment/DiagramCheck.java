package io.redress.engine.deployment;

import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What in a diagram would stop a clerk or run foreign code. The engine's own parser finds the rest. */
final class DiagramCheck {

    private final byte[] file;
    private final BpmnModelInstance diagram;
    private final Predicate<String> steps;

    /**
     * @param file what the diagram was read from
     * @param steps the names of the beans that Redress offers to diagrams
     */
    DiagramCheck(byte[] file, BpmnModelInstance diagram, Predicate<String> steps) {
        this.file = file;
        this.diagram = diagram;
        this.steps = steps;
    }

    List<String> findings(Sentences sentences, Predicate<String> formIsDeployed) {
        List<String> findings = new ArrayList<>(DiagramWords.findings(file, steps, sentences));
        for (UserTask task : diagram.getModelElementsByType(UserTask.class)) {
            if (reference(task) == null) {
                findings.add(sentences.say("gate.deploy-no-form", name(task)));
            }
            checkReference(task, sentences, formIsDeployed, findings);
        }
        for (StartEvent start : diagram.getModelElementsByType(StartEvent.class)) {
            checkReference(start, sentences, formIsDeployed, findings);
        }
        return findings;
    }

    private static void checkReference(
            FlowElement element, Sentences sentences, Predicate<String> formIsDeployed, List<String> findings) {
        String form = reference(element);
        if (form != null && !formIsDeployed.test(form)) {
            findings.add(sentences.say("gate.deploy-form-unknown", name(element), form));
        }
    }

    private static String reference(FlowElement element) {
        return element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef");
    }

    private static String name(FlowElement element) {
        return element.getName() == null ? element.getId() : element.getName();
    }
}
