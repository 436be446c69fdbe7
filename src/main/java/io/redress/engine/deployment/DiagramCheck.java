package io.redress.engine.deployment;

import io.redress.engine.form.SubmitHandlers;
import io.redress.engine.variable.StepEvidence;
import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What in a diagram would stop a clerk or run foreign code. The engine's own parser finds the rest. */
final class DiagramCheck {

    private final byte[] file;
    private final BpmnModelInstance diagram;
    private final Predicate<String> steps;
    private final Predicate<String> handlers;

    /**
     * @param file what the diagram was read from
     * @param steps the names of the beans that Redress offers to diagrams
     * @param handlers the names of what it offers to happen when a form is submitted
     */
    DiagramCheck(byte[] file, BpmnModelInstance diagram, Predicate<String> steps, Predicate<String> handlers) {
        this.file = file;
        this.diagram = diagram;
        this.steps = steps;
        this.handlers = handlers;
    }

    List<String> findings(Sentences sentences, Predicate<String> formIsDeployed) {
        List<String> findings = new ArrayList<>(DiagramAllowList.findings(file, steps, sentences));
        findings.addAll(RouteCheck.ofDiagram(Vocabulary.read(file), sentences));
        for (UserTask task : diagram.getModelElementsByType(UserTask.class)) {
            if (reference(task) == null) {
                findings.add(sentences.say("gate.deploy-no-form", name(task)));
            }
            checkReference(task, sentences, formIsDeployed, findings);
        }
        for (StartEvent start : diagram.getModelElementsByType(StartEvent.class)) {
            checkReference(start, sentences, formIsDeployed, findings);
        }
        for (CamundaProperty property : diagram.getModelElementsByType(CamundaProperty.class)) {
            if (SubmitHandlers.ON_SUBMIT.equals(property.getCamundaName())) {
                handler(property, sentences).ifPresent(findings::add);
            }
            if (StepEvidence.EVIDENCE.equals(property.getCamundaName())) {
                evidence(property, sentences).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** Anywhere else it would say what does not happen. */
    private Optional<String> handler(CamundaProperty property, Sentences sentences) {
        ModelElementInstance step =
                property.getParentElement().getParentElement().getParentElement();
        boolean submitted = step instanceof UserTask || step instanceof StartEvent;
        if (submitted && handlers.test(property.getCamundaValue())) {
            return Optional.empty();
        }
        String name = step instanceof FlowElement element
                ? name(element)
                : step.getDomElement().getLocalName();
        return Optional.of(
                submitted
                        ? sentences.say("gate.deploy-handler", name, String.valueOf(property.getCamundaValue()))
                        : sentences.say("gate.deploy-handler-place", name));
    }

    /** Another word, or another place, would ask for nothing. */
    private static Optional<String> evidence(CamundaProperty property, Sentences sentences) {
        ModelElementInstance step =
                property.getParentElement().getParentElement().getParentElement();
        return step instanceof UserTask && StepEvidence.REQUIRED.equals(property.getCamundaValue())
                ? Optional.empty()
                : Optional.of(sentences.say(
                        "gate.deploy-evidence",
                        step instanceof FlowElement element
                                ? name(element)
                                : step.getDomElement().getLocalName(),
                        String.valueOf(property.getCamundaValue())));
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
