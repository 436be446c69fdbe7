package io.redress.rules;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What no diagram holds: code, lanes, colours. */
final class PlainRules implements Rule {

    private static final Set<String> SCRIPTS = Set.of("script", "scriptTask");
    private static final Set<String> LANES = Set.of("collaboration", "laneSet");
    private static final List<String> COLOURS = List.of("stroke", "fill", "background-color", "border-color", "color");
    private static final List<String> COLOUR_NAMESPACES =
            List.of("http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        diagram.elements().forEach(element -> check(element, findings));
        for (ConditionExpression condition : diagram.all(ConditionExpression.class)) {
            if (condition.getLanguage() != null) {
                findings.add(name(condition.getDomElement()), "a script decides here");
            }
        }
    }

    private static void check(DomElement element, Findings findings) {
        if (SCRIPTS.contains(element.getLocalName())) {
            findings.add(name(element), "is a script");
        }
        if (LANES.contains(element.getLocalName())) {
            findings.add(name(element), "pools and lanes are not drawn");
        }
        for (String code : List.of("class", "expression")) {
            if (element.hasAttribute(BpmnModelConstants.CAMUNDA_NS, code) || element.hasAttribute(code)) {
                findings.add(name(element), "camunda:%s hides code; use a delegate expression", code);
            }
        }
        if (COLOUR_NAMESPACES.stream()
                .anyMatch(namespace -> COLOURS.stream().anyMatch(colour -> element.hasAttribute(namespace, colour)))) {
            findings.add(name(element), "is coloured");
        }
    }

    /** Its id, or that of the nearest element around it that has one. */
    static String name(DomElement element) {
        DomElement named = element;
        while (named.getAttribute("id") == null && named.getParentElement() != null) {
            named = named.getParentElement();
        }
        return named.getAttribute("id");
    }
}
