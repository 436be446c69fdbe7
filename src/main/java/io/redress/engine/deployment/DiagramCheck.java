package io.redress.engine.deployment;

import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FormalExpression;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** What in a diagram would stop a clerk or run foreign code. The engine's own parser finds the rest. */
final class DiagramCheck {

    private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;
    /** The engine reads what its forebear wrote, too. */
    private static final String FOREBEAR = "http://activiti.org/bpmn";
    /** The engine would run a command of the operating system. */
    private static final String SHELL = "shell";

    private final BpmnModelInstance diagram;

    DiagramCheck(BpmnModelInstance diagram) {
        this.diagram = diagram;
    }

    List<String> findings(Sentences sentences, Predicate<String> formIsDeployed) {
        List<String> findings = new ArrayList<>();
        for (UserTask task : diagram.getModelElementsByType(UserTask.class)) {
            if (reference(task) == null) {
                findings.add(sentences.say("gate.deploy-no-form", name(task)));
            }
            checkReference(task, sentences, formIsDeployed, findings);
        }
        for (StartEvent start : diagram.getModelElementsByType(StartEvent.class)) {
            checkReference(start, sentences, formIsDeployed, findings);
        }
        for (ScriptTask task : diagram.getModelElementsByType(ScriptTask.class)) {
            findings.add(sentences.say("gate.deploy-script", name(task)));
        }
        for (CamundaScript script : diagram.getModelElementsByType(CamundaScript.class)) {
            findings.add(sentences.say("gate.deploy-script", name(script)));
        }
        for (FormalExpression expression : diagram.getModelElementsByType(FormalExpression.class)) {
            if (expression.getLanguage() != null || expression.getAttributeValueNs(CAMUNDA, "resource") != null) {
                findings.add(sentences.say("gate.deploy-script", name(expression)));
            }
        }
        for (FlowElement step : diagram.getModelElementsByType(FlowElement.class)) {
            if (SHELL.equalsIgnoreCase(step.getAttributeValueNs(CAMUNDA, "type"))) {
                findings.add(sentences.say("gate.deploy-script", name(step)));
            }
        }
        for (Process process : diagram.getModelElementsByType(Process.class)) {
            classes(process.getDomElement())
                    .forEach(element -> findings.add(sentences.say("gate.deploy-class", name(element))));
        }
        ofForebear().forEach(step -> findings.add(sentences.say("gate.deploy-old", step)));
        return findings;
    }

    /** What is written in words that Modeler does not show and the engine obeys all the same. */
    private Stream<String> ofForebear() {
        NodeList elements =
                ((Document) diagram.getDocument().getDomSource().getNode()).getElementsByTagNameNS("*", "*");
        return IntStream.range(0, elements.getLength())
                .mapToObj(index -> (Element) elements.item(index))
                .filter(DiagramCheck::ofForebear)
                .map(DiagramCheck::step)
                .distinct();
    }

    private static boolean ofForebear(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return FOREBEAR.equals(element.getNamespaceURI())
                || IntStream.range(0, attributes.getLength())
                        .anyMatch(
                                index -> FOREBEAR.equals(attributes.item(index).getNamespaceURI()));
    }

    /** The name or the id of the element or of what it belongs to. */
    private static String step(Element element) {
        Element known = element;
        while (!known.hasAttribute("id") && known.getParentNode() instanceof Element parent) {
            known = parent;
        }
        return known.hasAttribute("name") ? known.getAttribute("name") : known.getAttribute("id");
    }

    private static void checkReference(
            FlowElement element, Sentences sentences, Predicate<String> formIsDeployed, List<String> findings) {
        String form = reference(element);
        if (form != null && !form.contains("{") && !formIsDeployed.test(form)) {
            findings.add(sentences.say("gate.deploy-form-unknown", name(element), form));
        }
    }

    private static String reference(FlowElement element) {
        return element.getAttributeValueNs(CAMUNDA, "formRef");
    }

    /**
     * Every element, listeners included, that would have the engine load a class. Asked of the file itself: the model makes
     * its elements only when they are asked for, and knows nothing of the others.
     */
    private static Stream<DomElement> classes(DomElement root) {
        return Stream.concat(
                root.getAttribute(CAMUNDA, "class") != null ? Stream.of(root) : Stream.empty(),
                root.getChildElements().stream().flatMap(DiagramCheck::classes));
    }

    /** The name or the id of the element or, for a listener, of the element it hangs on. */
    private static String name(DomElement element) {
        DomElement known = element;
        while (known.getAttribute("id") == null) {
            known = known.getParentElement();
        }
        String name = known.getAttribute("name");
        return name == null ? known.getAttribute("id") : name;
    }

    /** The name that the owner gave the element or, for a listener, the element it hangs on. */
    private static String name(ModelElementInstance element) {
        for (ModelElementInstance e = element; e != null; e = e.getParentElement()) {
            if (e instanceof FlowElement flow) {
                return flow.getName() == null ? flow.getId() : flow.getName();
            }
        }
        return element.getElementType().getTypeName();
    }
}
