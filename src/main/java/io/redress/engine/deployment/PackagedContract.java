package io.redress.engine.deployment;

import io.redress.engine.deployment.ModelCheck.Kind;
import io.redress.engine.form.SubmitHandlers;
import io.redress.engine.route.Route;
import io.redress.form.Field;
import io.redress.form.Form;
import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * What a packaged model gives to the others, to the code and to the people who start it, read from the packaged file itself.
 * An owner's model of the same id keeps it; a model of another id is free, but for what it hands to a packaged one that it calls.
 */
@Component
public class PackagedContract {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String BUSINESS_KEY = "businessKey";

    /** What a step says of the case's deadlines. */
    private static final List<String> DEADLINE_PROPERTIES = List.of("meets", "starts", "pauses");

    private final Map<String, byte[]> packaged = PackagedModels.packaged();
    private final DeployedModels deployed;
    private final Sentences sentences;
    /** By the process that is called: what each packaged call of it hands over. */
    private final Map<String, List<Set<String>>> calls;

    private final Set<String> theCase;

    PackagedContract(DeployedModels deployed, Sentences sentences) {
        this.deployed = deployed;
        this.sentences = sentences;
        calls = packaged.entrySet().stream()
                .filter(model -> Kind.of(model.getKey()) == Kind.DIAGRAM)
                .flatMap(model -> all(Vocabulary.read(model.getValue()), "callActivity").stream())
                .collect(Collectors.groupingBy(
                        call -> call.getAttribute("calledElement"),
                        Collectors.mapping(PackagedContract::handedOver, Collectors.toList())));
        theCase = calls.values().stream()
                .flatMap(List::stream)
                .map(LinkedHashSet::new)
                .reduce((some, others) -> {
                    some.retainAll(others);
                    return some;
                })
                .orElseThrow();
    }

    /** What a model no longer keeps, by the name of its file. */
    List<String> broken(String file, byte[] content) {
        return broken(file, content, model -> false);
    }

    /** What it does not keep, unless it is in force as it is: it then only follows the language of the installation. */
    List<String> newlyBroken(String file, byte[] content) {
        return broken(file, content, model -> isInForce(model, content));
    }

    /** Whether triage can name the process of that key: it is packaged or in force, and says how it can come out. */
    boolean isRoute(String key) {
        String file = key + ".bpmn";
        return Optional.ofNullable(packaged.get(file))
                .or(() -> deployed.newest(file).map(deployed::content))
                .filter(model -> RouteCheck.routes(Vocabulary.read(model)).contains(key))
                .isPresent();
    }

    /** The processes that the triage table in force names. */
    Set<String> routesInForce() {
        return inForce(RouteCheck.TABLE + ".dmn")
                .map(table -> RouteCheck.named(Vocabulary.read(table)))
                .orElse(Set.of());
    }

    /** What the process of that key calls, as it is in force; where it is only known later which, all that triage names. */
    Set<String> calledBy(String key, Set<String> routes) {
        return inForce(key + ".bpmn")
                .map(model -> called(Vocabulary.read(model), routes))
                .orElse(Set.of());
    }

    /** What a diagram calls. */
    static Set<String> called(Element diagram, Set<String> routes) {
        return all(diagram, "callActivity").stream()
                .map(call -> call.getAttribute("calledElement"))
                .flatMap(called -> SmallExpression.isIn(called) ? routes.stream() : Stream.of(called))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<byte[]> inForce(String file) {
        return deployed.newest(file).map(deployed::content).or(() -> Optional.ofNullable(packaged.get(file)));
    }

    /** @param exempt whether the model of that packaged file's name is not asked */
    private List<String> broken(String file, byte[] content, Predicate<String> exempt) {
        return switch (Kind.of(file)) {
            case FORM -> ofForm(Form.parse(content, sentences), exempt);
            case DIAGRAM -> ofDiagram(Vocabulary.read(content), exempt);
            case TABLE -> ofTable(Vocabulary.read(content), exempt);
            case NONE -> List.of();
        };
    }

    private List<String> ofDiagram(Element diagram, Predicate<String> exempt) {
        List<String> findings = new ArrayList<>();
        for (Element process : all(diagram, "process")) {
            String file = process.getAttribute("id") + ".bpmn";
            if (!exempt.test(file)) {
                if (packaged.containsKey(file)) {
                    for (Element ours : all(Vocabulary.read(packaged.get(file)), "process")) {
                        Set<Promise> missing = new LinkedHashSet<>(promises(ours));
                        missing.removeAll(promises(process));
                        missing.forEach(promise -> findings.add(sentences.say(promise.sentence(), promise.what())));
                    }
                }
                findings.addAll(calls(process));
            }
        }
        return findings;
    }

    private List<String> ofTable(Element table, Predicate<String> exempt) {
        List<String> findings = new ArrayList<>();
        for (Element decision : all(table, "decision")) {
            String file = decision.getAttribute("id") + ".dmn";
            if (packaged.containsKey(file) && !exempt.test(file)) {
                Set<Promise> missing = new LinkedHashSet<>(columns(Vocabulary.read(packaged.get(file))));
                missing.removeAll(columns(decision));
                missing.forEach(promise -> findings.add(sentences.say(promise.sentence(), promise.what())));
            }
        }
        return findings;
    }

    /** What a form no longer asks, or asks in another way. */
    private List<String> ofForm(Form form, Predicate<String> exempt) {
        String file = form.id() + ".form";
        if (!packaged.containsKey(file) || exempt.test(file)) {
            return List.of();
        }
        return Form.parse(packaged.get(file), sentences).fields().stream()
                .filter(field -> !field.disabled())
                .filter(field -> form.field(field.key())
                        .filter(kept -> kind(kept).equals(kind(field)))
                        .isEmpty())
                .map(field -> sentences.say("gate.contract-field", field.key(), kind(field)))
                .toList();
    }

    private boolean isInForce(String file, byte[] content) {
        return deployed.newest(file)
                .map(newest ->
                        Arrays.equals(content, ModelLanguage.in(sentences.language(), file, deployed.content(newest)))
                                || Arrays.equals(content, deployed.content(newest)))
                .orElse(false);
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> "text";
            case SELECT, RADIO -> "select";
            case CHECKLIST, TAGLIST -> "checklist";
            default -> field.type().name().toLowerCase(Locale.ROOT);
        };
    }

    /** @param how whether an event is thrown or caught; empty elsewhere */
    private record Promise(String sentence, String what, String how) {

        Promise(String sentence, String what) {
            this(sentence, what, "");
        }
    }

    /** What others rely on, as far as a case can come to it on its way through the process. */
    private static Set<Promise> promises(Element process) {
        Element definitions = process.getOwnerDocument().getDocumentElement();
        Set<Promise> promises = new LinkedHashSet<>();
        add(promises, "gate.contract-executable", process.getAttribute("isExecutable"));
        split(process.getAttributeNS(CAMUNDA, "candidateStarterGroups"))
                .forEach(group -> add(promises, "gate.contract-starters", group));
        if (!process.getAttributeNS(CAMUNDA, "isStartableInTasklist").equals("false")) {
            add(promises, "gate.contract-startable", process.getAttribute("id"));
        }
        for (Element start : Vocabulary.children(process)) {
            if (start.getLocalName().equals("startEvent")) {
                add(promises, "gate.contract-start-form", start.getAttributeNS(CAMUNDA, "formRef"));
            }
        }
        for (Element property : all(process, "property")) {
            if (property.getAttribute("name").equals("variables")) {
                split(property.getAttribute("value")).forEach(name -> add(promises, "gate.contract-variable", name));
            }
        }
        for (Element node : new Passable(process).nodes()) {
            for (Element definition : Vocabulary.children(node)) {
                event(definitions, node, definition).ifPresent(promises::add);
            }
            for (String name : DEADLINE_PROPERTIES) {
                properties(node, name).forEach(kind -> add(promises, "gate.contract-deadline", name + " = " + kind));
            }
            for (Element timer : all(node, "timerEventDefinition")) {
                Vocabulary.children(timer).stream()
                        .map(time -> Vocabulary.text(time).strip())
                        .filter(SmallExpression::isIn)
                        .forEach(time -> add(promises, "gate.contract-timer", time));
            }
            properties(node, SubmitHandlers.ON_SUBMIT).forEach(name -> add(promises, "gate.contract-handler", name));
            properties(node, Route.OUTCOME).forEach(outcome -> add(promises, "gate.contract-outcome", outcome));
            switch (node.getLocalName()) {
                case "userTask" -> add(promises, "gate.contract-form", node.getAttributeNS(CAMUNDA, "formRef"));
                case "callActivity" -> add(promises, "gate.contract-call", node.getAttribute("calledElement"));
                case "serviceTask", "businessRuleTask" ->
                    add(promises, "gate.contract-step", node.getAttributeNS(CAMUNDA, "delegateExpression"));
                default -> {
                    // What else a case comes to is the owner's to draw.
                }
            }
        }
        all(process, "outputParameter").forEach(out -> add(promises, "gate.contract-result", out.getAttribute("name")));
        all(process, "out").forEach(out -> add(promises, "gate.contract-result", out.getAttribute("target")));
        return promises;
    }

    /** The values of the step's own extension properties of that name. */
    static List<String> properties(Element node, String name) {
        return Vocabulary.children(node).stream()
                .filter(extensions -> extensions.getLocalName().equals("extensionElements"))
                .flatMap(extensions -> all(extensions, "property").stream())
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .toList();
    }

    private static Optional<Promise> event(Element definitions, Element node, Element definition) {
        String kind = definition.getLocalName().replace("EventDefinition", "");
        String name = switch (kind) {
            case "message", "signal" -> "name";
            case "error" -> "errorCode";
            case "escalation" -> "escalationCode";
            default -> null;
        };
        if (name == null || kind.equals(definition.getLocalName())) {
            return Optional.empty();
        }
        boolean thrown = Set.of("intermediateThrowEvent", "endEvent").contains(node.getLocalName());
        return named(definitions, kind, definition.getAttribute(kind + "Ref"))
                .map(it -> it.getAttribute(name))
                .filter(it -> !it.isBlank())
                .map(it -> new Promise("gate.contract-event", it, thrown ? "thrown" : "caught"));
    }

    private List<String> calls(Element process) {
        List<String> findings = new ArrayList<>();
        for (Element call : all(process, "callActivity")) {
            SortedMap<Integer, Set<String>> missing = new TreeMap<>();
            needed(call.getAttribute("calledElement")).forEach(names -> {
                List<String> lacking =
                        names.stream().filter(name -> !handsOver(call, name)).toList();
                missing.computeIfAbsent(lacking.size(), size -> new LinkedHashSet<>())
                        .add(String.join(", ", lacking));
            });
            if (!missing.isEmpty() && missing.firstKey() > 0) {
                findings.add(sentences.say(
                        "gate.contract-input",
                        Vocabulary.step(call),
                        String.join(" / ", missing.get(missing.firstKey()))));
            }
        }
        return findings;
    }

    /**
     * Whoever calls a packaged process, be it in a new diagram, hands over what one of the packaged calls of it does. Where none
     * calls it, or it is only known later which it is, that is what all of them have in common, the case.
     */
    private List<Set<String>> needed(String called) {
        boolean ours = packaged.containsKey(called + ".bpmn") || SmallExpression.isIn(called);
        return ours ? calls.getOrDefault(called, List.of(theCase)) : List.of();
    }

    private static boolean handsOver(Element call, String name) {
        return all(call, "in").stream()
                .anyMatch(in -> name.equals(BUSINESS_KEY)
                        ? in.hasAttribute(BUSINESS_KEY)
                        : in.getAttribute("target").equals(name)
                                || in.getAttribute("variables").equals("all"));
    }

    private static Set<String> handedOver(Element call) {
        return all(call, "in").stream()
                .map(in -> in.hasAttribute(BUSINESS_KEY) ? BUSINESS_KEY : in.getAttribute("target"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Promise> columns(Element table) {
        Set<Promise> columns = new LinkedHashSet<>();
        for (Element input : all(table, "inputExpression")) {
            for (Element text : all(input, "text")) {
                columns.add(new Promise(
                        "gate.contract-input-column",
                        Vocabulary.text(text).strip() + " (" + input.getAttribute("typeRef") + ")"));
            }
        }
        all(table, "output")
                .forEach(output -> columns.add(new Promise(
                        "gate.contract-output-column",
                        output.getAttribute("name") + " (" + output.getAttribute("typeRef") + ")")));
        all(table, "decisionTable").forEach(rows -> columns.add(new Promise("gate.contract-hit-policy", policy(rows))));
        return columns;
    }

    /** One row, or all that fit: what the code reads. */
    private static String policy(Element rows) {
        if (rows.hasAttribute("aggregation")) {
            return rows.getAttribute("aggregation");
        }
        return switch (rows.getAttribute("hitPolicy")) {
            case "COLLECT", "RULE ORDER" -> "COLLECT";
            default -> "FIRST";
        };
    }

    private static void add(Set<Promise> promises, String sentence, String what) {
        if (!what.isBlank()) {
            promises.add(new Promise(sentence, what));
        }
    }

    private static Stream<String> split(String list) {
        return Arrays.stream(list.split(",")).map(String::strip);
    }

    private static Optional<Element> named(Element root, String kind, String id) {
        return all(root, kind).stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst();
    }

    static List<Element> all(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : Vocabulary.children(parent)) {
            if (child.getLocalName().equals(name)) {
                found.add(child);
            }
            found.addAll(all(child, name));
        }
        return found;
    }
}
