package io.redress.engine.deployment;

import io.redress.language.Label;
import io.redress.language.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.w3c.dom.Node;

/**
 * The words on a diagram in the language of the installation: those that stand among an element's extension properties
 * {@code label.en} and {@code label.zh} are put on the canvas, and what an owner typed there is put among them.
 */
final class DiagramLabels {

    private static final String NAME = "name";
    private static final String ENGLISH = "label.en";
    private static final String CHINESE = "label.zh";

    private DiagramLabels() {}

    /** The diagram in that language: the same bytes where every word stands as it should. */
    static byte[] in(Language language, byte[] diagram) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(diagram));
        boolean changed = false;
        for (CamundaProperties properties : model.getModelElementsByType(CamundaProperties.class)) {
            if (properties.getParentElement().getParentElement() instanceof BaseElement element) {
                changed |= turn(element, properties, language);
            }
        }
        if (!changed) {
            return diagram;
        }
        removeIndentation(model.getDocument().getDomSource().getNode());
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        Bpmn.writeModelToStream(turned, model);
        return turned.toByteArray();
    }

    /** The writer indents by itself, and would add an empty line to each that is there. */
    private static void removeIndentation(Node parent) {
        List<Node> children = IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .toList();
        boolean hasElements = children.stream().anyMatch(child -> child.getNodeType() == Node.ELEMENT_NODE);
        for (Node child : children) {
            if (hasElements
                    && child.getNodeType() == Node.TEXT_NODE
                    && child.getNodeValue().isBlank()) {
                parent.removeChild(child);
            } else {
                removeIndentation(child);
            }
        }
    }

    private static boolean turn(BaseElement element, CamundaProperties properties, Language language) {
        Label label = new Label(shown(element), value(properties, ENGLISH), value(properties, CHINESE));
        Label turned = label.in(language);
        if (turned.equals(label)) {
            return false;
        }
        show(element, turned.shown());
        state(properties, ENGLISH, turned.english());
        state(properties, CHINESE, turned.chinese());
        return true;
    }

    private static String shown(BaseElement element) {
        String shown = element instanceof TextAnnotation note
                ? Optional.ofNullable(note.getText())
                        .map(text -> text.getTextContent())
                        .orElse("")
                : element.getAttributeValue(NAME);
        return Optional.ofNullable(shown).orElse("");
    }

    private static void show(BaseElement element, String words) {
        if (element instanceof TextAnnotation note) {
            note.getText().setTextContent(words);
        } else {
            element.setAttributeValue(NAME, words);
        }
    }

    private static Optional<CamundaProperty> property(CamundaProperties properties, String name) {
        return properties.getCamundaProperties().stream()
                .filter(property -> name.equals(property.getCamundaName()))
                .findFirst();
    }

    private static String value(CamundaProperties properties, String name) {
        return property(properties, name).map(CamundaProperty::getCamundaValue).orElse("");
    }

    private static void state(CamundaProperties properties, String name, String words) {
        if (!words.isBlank()) {
            property(properties, name)
                    .orElseGet(() -> {
                        CamundaProperty stated = properties.getModelInstance().newInstance(CamundaProperty.class);
                        stated.setCamundaName(name);
                        properties.addChildElement(stated);
                        return stated;
                    })
                    .setCamundaValue(words);
        }
    }
}
