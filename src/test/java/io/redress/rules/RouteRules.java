package io.redress.rules;

import io.redress.engine.route.Route;
import io.redress.engine.variable.RouteVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One contract for every process that triage can name. In: the case, and whether a plan is agreed already. Out: whether it is
 * settled, and how it ended, in words that the process declares. And it says which of its steps meets {@code FIRST_RESPONSE}.
 */
final class RouteRules {

    private static final String FIRST_RESPONSE = "FIRST_RESPONSE";
    private static final List<String> IN =
            List.of("caseId", "number", "site", "severity", "ownerGroup", RouteVariables.PLAN_AGREED.name());
    private static final List<String> OUT = List.of(RouteVariables.SETTLED.name(), RouteVariables.OUTCOME.name());

    private final Map<String, Diagram> diagrams;
    private final Findings findings = new Findings();

    private RouteRules(Map<String, Diagram> diagrams) {
        this.diagrams = diagrams;
    }

    /** @param diagrams by the key of their process */
    static List<String> findings(String key, Map<String, Diagram> diagrams) {
        RouteRules rules = new RouteRules(diagrams);
        Diagram diagram = diagrams.get(key);
        Optional<Route> route = Optional.ofNullable(diagram).flatMap(RouteRules::route);
        if (route.isEmpty()) {
            rules.findings.add(key, "declares no outcome (settled, notSettled), but triage names it");
        } else {
            rules.outcomes(diagram, route.get());
            rules.firstResponse(diagram, route.get());
            if (!route.get().service()) {
                rules.agreedPlan(diagram);
            }
        }
        return rules.findings.sentences();
    }

    /** What a diagram's calls of such processes don't hand over or take back. */
    static List<String> calls(Diagram diagram, Map<String, Diagram> diagrams) {
        Findings findings = new Findings();
        for (CallActivity call : diagram.all(CallActivity.class)) {
            if (byTriage(call) || route(diagrams.get(call.getCalledElement())).isPresent()) {
                missing(IN, call, CamundaIn.class, CamundaIn::getCamundaTarget)
                        .forEach(name -> findings.add(call, "does not hand over %s", name));
                missing(OUT, call, CamundaOut.class, CamundaOut::getCamundaTarget)
                        .forEach(name -> findings.add(call, "does not take back %s", name));
            }
        }
        return findings.sentences();
    }

    private static boolean byTriage(CallActivity call) {
        return "${route}".equals(call.getCalledElement());
    }

    private void outcomes(Diagram diagram, Route route) {
        Set<String> twice = new TreeSet<>(route.settled());
        twice.retainAll(route.notSettled());
        twice.forEach(word -> findings.add(diagram.name(), "%s is settled and is not", word));
        Set<String> said = diagram.all(EndEvent.class).stream()
                .flatMap(end -> Diagram.property(end, Route.OUTCOME).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (CallActivity call : diagram.all(CallActivity.class)) {
            route(diagrams.get(call.getCalledElement())).ifPresent(called -> {
                said.addAll(called.outcomes());
                called.settled().stream()
                        .filter(route.notSettled()::contains)
                        .forEach(word -> findings.add(call, "says that %s is settled; here it is not", word));
                called.notSettled().stream()
                        .filter(route.settled()::contains)
                        .forEach(word -> findings.add(call, "says that %s is not settled; here it is", word));
            });
        }
        said.stream()
                .filter(word -> !route.outcomes().contains(word))
                .forEach(word -> findings.add(diagram.name(), "can come out as %s and does not declare it", word));
        route.outcomes().stream()
                .filter(word -> !said.contains(word))
                .forEach(word -> findings.add(diagram.name(), "never comes out as %s", word));
        route.outcomes().stream()
                .filter(word -> !Words.isKebabCase(word))
                .forEach(word -> findings.add(diagram.name(), "the outcome %s is in kebab-case", word));
    }

    private void firstResponse(Diagram diagram, Route route) {
        String step = route.firstResponse().orElse("");
        boolean met = diagram.all(FlowNode.class).stream()
                .filter(node -> node.getId().equals(step))
                .anyMatch(node -> meets(node)
                        || node instanceof CallActivity call
                                && diagrams.get(call.getCalledElement()).all(FlowNode.class).stream()
                                        .anyMatch(RouteRules::meets));
        if (!met) {
            findings.add(diagram.name(), "no step “%s” meets %s (firstResponse)", step, FIRST_RESPONSE);
        }
    }

    private static boolean meets(BaseElement node) {
        return Diagram.property(node, "meets").filter(FIRST_RESPONSE::equals).isPresent();
    }

    /** At a gateway of its own: with a plan nothing is looked into again. */
    private void agreedPlan(Diagram diagram) {
        if (diagram.elements()
                .filter(element -> element.getLocalName().equals("conditionExpression"))
                .noneMatch(condition -> condition.getTextContent().contains(RouteVariables.PLAN_AGREED.name()))) {
            findings.add(diagram.name(), "does not ask whether a plan is agreed already (planAgreed)");
        }
    }

    private static Optional<Route> route(Diagram diagram) {
        return Optional.ofNullable(diagram).flatMap(drawn -> Route.of(name -> Diagram.property(drawn.process(), name)));
    }

    private static <M extends ModelElementInstance> List<String> missing(
            List<String> names, CallActivity call, Class<M> mapping, Function<M, String> target) {
        List<String> missing = new ArrayList<>(names);
        Stream.ofNullable(call.getExtensionElements())
                .flatMap(extensions -> extensions.getElementsQuery().filterByType(mapping).list().stream())
                .map(target)
                .forEach(missing::remove);
        return missing;
    }
}
