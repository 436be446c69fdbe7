package io.redress.engine.deployment;

import io.redress.engine.route.Route;
import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Triage names processes that say how they can come out, and each of them says at its ends how it did. */
final class RouteCheck {

    static final String TABLE = "triage";
    private static final String COLUMN = "route";

    /** Any other cell depends on the case. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private RouteCheck() {}

    /** The ids of the processes in a diagram that triage can name. */
    static Set<String> routes(Element diagram) {
        return PackagedContract.all(diagram, "process").stream()
                .filter(process -> route(process).isPresent())
                .map(process -> process.getAttribute("id"))
                .collect(Collectors.toSet());
    }

    /** What a diagram says that can't be so. */
    static List<String> ofDiagram(Element diagram, Sentences sentences) {
        List<String> findings = new ArrayList<>();
        for (Element process : PackagedContract.all(diagram, "process")) {
            Set<String> declared = route(process).map(Route::outcomes).orElse(Set.of());
            for (Element node : nodes(process)) {
                for (String outcome : PackagedContract.properties(node, Route.OUTCOME)) {
                    if (!node.getLocalName().equals("endEvent") || !endsIt(node.getParentNode(), process)) {
                        findings.add(sentences.say("gate.deploy-outcome-place", Vocabulary.step(node)));
                    } else if (!declared.contains(outcome)) {
                        findings.add(sentences.say("gate.deploy-outcome", Vocabulary.step(node), outcome));
                    }
                }
            }
            for (Element call : PackagedContract.all(process, "callActivity")) {
                if (!declared.isEmpty() && handsOn(call, Route.OUTCOME) != handsOn(call, Route.SETTLED)) {
                    findings.add(sentences.say("gate.deploy-outcome-half", Vocabulary.step(call)));
                }
            }
            if (!declared.isEmpty() && !comesOut(process)) {
                findings.add(sentences.say("gate.deploy-outcome-none", String.join(", ", declared)));
            }
        }
        return findings;
    }

    /** Whether what ends there ends the process: it stands in it, or in an event sub-process of it. */
    private static boolean endsIt(Node scope, Element process) {
        return scope == process
                || scope.getParentNode() == process
                        && scope instanceof Element inner
                        && inner.getAttribute("triggeredByEvent").equals("true");
    }

    /** What a table leads complaints to that takes none. */
    static List<String> ofTable(Element table, Predicate<String> isRoute, Sentences sentences) {
        return named(table).stream()
                .filter(isRoute.negate())
                .map(key -> sentences.say("gate.deploy-no-route", key))
                .toList();
    }

    /** The processes that a triage table names; none if it is another table. */
    static Set<String> named(Element table) {
        return PackagedContract.all(table, "decision").stream()
                .filter(decision -> decision.getAttribute("id").equals(TABLE))
                .flatMap(decision -> {
                    List<Element> columns = PackagedContract.all(decision, "output");
                    return IntStream.range(0, columns.size())
                            .filter(column ->
                                    columns.get(column).getAttribute("name").equals(COLUMN))
                            .boxed()
                            .flatMap(column -> PackagedContract.all(decision, "rule").stream()
                                    .map(row -> PackagedContract.all(row, "outputEntry"))
                                    .filter(cells -> cells.size() > column)
                                    .flatMap(cells -> PackagedContract.all(cells.get(column), "text").stream()));
                })
                .map(cell -> WORD.matcher(Vocabulary.text(cell).strip()))
                .filter(Matcher::matches)
                .map(word -> word.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Route> route(Element process) {
        return Route.of(
                name -> PackagedContract.properties(process, name).stream().findFirst());
    }

    /** At an end of its own, or at one of a process that it calls. */
    private static boolean comesOut(Element process) {
        return nodes(process).stream()
                        .anyMatch(node -> !PackagedContract.properties(node, Route.OUTCOME)
                                .isEmpty())
                || PackagedContract.all(process, "callActivity").stream()
                        .anyMatch(call -> handsOn(call, Route.OUTCOME));
    }

    /** As it is, under its own name: any other variable says something else. */
    private static boolean handsOn(Element call, String variable) {
        return PackagedContract.all(call, "out").stream()
                .anyMatch(out -> out.getAttribute("target").equals(variable)
                        && out.getAttribute("source").equals(variable));
    }

    private static List<Element> nodes(Element scope) {
        List<Element> nodes = new ArrayList<>();
        for (Element child : Vocabulary.children(scope)) {
            if (child.hasAttribute("id")) {
                nodes.add(child);
                nodes.addAll(nodes(child));
            }
        }
        return nodes;
    }
}
