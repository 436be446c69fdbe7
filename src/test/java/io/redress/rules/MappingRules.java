package io.redress.rules;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * What goes into a step or a called process and comes out of it is a variable under a name, or a literal: what decides stands at a
 * gateway, where it is seen.
 */
final class MappingRules implements Rule {

    private static final Set<String> PARAMETERS = Set.of("inputParameter", "outputParameter");
    private static final Set<String> CALLS = Set.of("in", "out");
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    /** A variable, a number, a flag, a text in quotation marks; or words that the engine takes as they are. */
    private static final Pattern PLAIN =
            Pattern.compile("[$#]\\{\\s*(\\w+|-?\\d+(\\.\\d+)?|'[^']*'|\"[^\"]*\")\\s*}|[^$#{}]*");

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        diagram.elements()
                .filter(element -> BpmnModelConstants.CAMUNDA_NS.equals(element.getNamespaceURI()))
                .forEach(element -> {
                    if (PARAMETERS.contains(element.getLocalName())) {
                        check(element, element.getAttribute("name"), element.getTextContent(), findings);
                        if (!element.getChildElements().isEmpty()) {
                            computes(element, element.getAttribute("name"), findings);
                        }
                    } else if (CALLS.contains(element.getLocalName())) {
                        call(element, findings);
                    }
                });
    }

    private static void call(DomElement mapping, Findings findings) {
        Stream.ofNullable(mapping.getAttribute("sourceExpression"))
                .forEach(expression -> check(mapping, mapping.getAttribute("target"), expression, findings));
        Stream.ofNullable(mapping.getAttribute("businessKey"))
                .filter(key -> !key.equals(BUSINESS_KEY))
                .forEach(key -> findings.add(PlainRules.name(mapping), "the business key is %s", BUSINESS_KEY));
    }

    private static void check(DomElement mapping, String variable, String value, Findings findings) {
        if (!PLAIN.matcher(value.strip()).matches()) {
            computes(mapping, variable, findings);
        }
    }

    private static void computes(DomElement mapping, String variable, Findings findings) {
        findings.add(
                PlainRules.name(mapping),
                "the mapping of %s computes; it passes a variable on, or a literal",
                variable);
    }
}
