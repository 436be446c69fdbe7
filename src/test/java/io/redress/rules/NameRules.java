package io.redress.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Ids: a prefix that says the type, and the English label; none that a modeller made up. */
final class NameRules implements Rule {

    /** Where the prefix is not the element's own name. */
    private static final Map<String, String> PREFIXES = Map.of(
            "intermediateCatchEvent", "event",
            "intermediateThrowEvent", "event",
            "boundaryEvent", "event",
            "sequenceFlow", "flow",
            "transaction", "subProcess",
            "BPMNDiagram", "diagram",
            "BPMNPlane", "plane");

    /** What bpmn-js makes up. */
    private static final String GENERATED = "[01][a-z0-9]{6}";

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        Map<String, String> expected = expected(diagram);
        diagram.elements()
                .filter(element -> element.getAttribute("id") != null)
                .filter(element -> !element.getLocalName().equals("process"))
                .forEach(element -> check(element, expected, findings));
        diagram.all(SequenceFlow.class).forEach(flow -> leads(flow, findings));
    }

    private static void leads(SequenceFlow flow, Findings findings) {
        String target = flow.getTarget().getId().replaceFirst("^[^_]*_", "");
        String end = "To" + target.substring(0, 1).toUpperCase(Locale.ROOT) + target.substring(1);
        if (!flow.getId().replaceFirst("^flow_to", "flow_To").endsWith(end)) {
            findings.add(flow.getId(), "the id of a flow says where it leads: flow_…%s", end);
        }
    }

    private static void check(DomElement element, Map<String, String> expected, Findings findings) {
        String id = element.getAttribute("id");
        String drawn = element.getAttribute("bpmnElement");
        String prefix = prefix(element.getLocalName());
        String word = id.replaceFirst("^[^_]*_", "");
        if (drawn != null && !element.getLocalName().equals("BPMNPlane")) {
            if (!id.equals(drawn + "_di")) {
                findings.add(id, "the id of a picture is %s_di", drawn);
            }
        } else if (expected.containsKey(id)) {
            if (!id.equals(prefix + "_" + expected.get(id))) {
                findings.add(id, "the id says type and label: %s_%s", prefix, expected.get(id));
            }
        } else if (!id.startsWith(prefix + "_") || !word.matches("[a-z0-9][A-Za-z0-9]*") || word.matches(GENERATED)) {
            findings.add(id, "the id is %s_ and a word in camelCase, none that was made up", prefix);
        }
    }

    /** The words that ids must say after their prefix. */
    private static Map<String, String> expected(Diagram diagram) {
        Map<String, String> expected = new HashMap<>();
        diagram.all(FlowNode.class).stream()
                .filter(node -> node.getName() != null)
                .forEach(node -> say(expected, node, node.getName()));
        diagram.all(Message.class).forEach(message -> say(expected, message, message.getName()));
        diagram.all(Error.class).forEach(error -> say(expected, error, error.getName()));
        diagram.all(Escalation.class).forEach(escalation -> say(expected, escalation, escalation.getName()));
        String process = Words.camelCase(diagram.process().getId());
        diagram.elements()
                .filter(element -> element.getLocalName().matches("definitions|BPMNDiagram|BPMNPlane"))
                .forEach(element -> expected.put(element.getAttribute("id"), process));
        return expected;
    }

    private static void say(Map<String, String> expected, BaseElement element, String label) {
        if (element.getId() != null && label != null) {
            expected.put(element.getId(), Words.camelCase(label));
        }
    }

    private static String prefix(String type) {
        return type.endsWith("Gateway") ? "gateway" : PREFIXES.getOrDefault(type, type);
    }
}
