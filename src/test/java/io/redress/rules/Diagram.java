package io.redress.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A diagram, and what the rules ask of it.
 *
 * @param name the file's name without .bpmn
 */
record Diagram(String name, BpmnModelInstance model) {

    static Diagram read(Path file) {
        try {
            return of(file.getFileName().toString().replace(".bpmn", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Diagram of(String name, String xml) {
        return new Diagram(
                name, Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** Every element of the file, whatever its name space. */
    Stream<DomElement> elements() {
        return within(model.getDocument().getRootElement());
    }

    /** What people see a word on: the process, its flow nodes, and the flows and gateways that are labelled. */
    Stream<BaseElement> labelled() {
        Stream<FlowNode> nodes =
                all(FlowNode.class).stream().filter(node -> !(node instanceof Gateway) || node.getName() != null);
        Stream<SequenceFlow> flows = all(SequenceFlow.class).stream().filter(flow -> flow.getName() != null);
        return Stream.of(Stream.of(process()), nodes, flows).flatMap(element -> element);
    }

    List<SequenceFlow> entering(FlowNode node) {
        return all(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getTarget()))
                .toList();
    }

    /** The flows that leave the node, read from the flows themselves: what the node says of them is optional. */
    List<SequenceFlow> leaving(FlowNode node) {
        return all(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getSource()))
                .toList();
    }

    static String label(BaseElement element) {
        return Optional.ofNullable(element.getAttributeValue("name")).orElse("");
    }

    /** The value that an owner gave the element under that name among its extension properties. */
    static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .flatMap(property -> Stream.ofNullable(property.getCamundaValue()))
                .findFirst();
    }

    private static Stream<DomElement> within(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(Diagram::within));
    }
}
