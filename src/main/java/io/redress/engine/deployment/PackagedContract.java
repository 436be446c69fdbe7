package io.redress.engine.deployment;

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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * What a packaged model gives to the others, to the code and to the people who start it, read from the packaged file itself.
 * An owner's model of the same id keeps it; a model of another id is free.
 */
@Component
public class PackagedContract {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Map<String, byte[]> packaged = PackagedModels.packaged();
    private final DeployedModels deployed;
    private final Sentences sentences;

    PackagedContract(DeployedModels deployed, Sentences sentences) {
        this.deployed = deployed;
        this.sentences = sentences;
    }

    /** What a diagram's processes no longer keep. */
    List<String> ofDiagram(byte[] diagram) {
        Element root = Vocabulary.read(diagram);
        List<String> findings = new ArrayList<>();
        for (Element process : all(root, "process")) {
            String file = process.getAttribute("id") + ".bpmn";
            byte[] ours = packaged.get(file);
            if (ours != null && !isInForce(file, diagram)) {
                for (Element ourProcess : all(Vocabulary.read(ours), "process")) {
                    Set<Promise> missing = new LinkedHashSet<>(promises(ourProcess));
                    missing.removeAll(promises(process));
                    missing.forEach(promise -> findings.add(sentences.say(promise.sentence(), promise.what())));
                    findings.addAll(calls(process, ourProcess));
                }
            }
        }
        return findings;
    }

    /** What a file's tables no longer keep. */
    List<String> ofTable(byte[] table) {
        List<String> findings = new ArrayList<>();
        for (Element decision : all(Vocabulary.read(table), "decision")) {
            String file = decision.getAttribute("id") + ".dmn";
            byte[] ours = packaged.get(file);
            if (ours != null && !isInForce(file, table)) {
                Set<Promise> missing = new LinkedHashSet<>(columns(Vocabulary.read(ours)));
                missing.removeAll(columns(decision));
                missing.forEach(promise -> findings.add(sentences.say(promise.sentence(), promise.what())));
            }
        }
        return findings;
    }

    /** What a form no longer asks, or asks in another way. */
    List<String> ofForm(Form form, byte[] content) {
        String file = form.id() + ".form";
        byte[] ours = packaged.get(file);
        if (ours == null || isInForce(file, content)) {
            return List.of();
        }
        return Form.parse(ours, sentences).fields().stream()
                .filter(field -> !field.disabled())
                .filter(field -> form.field(field.key())
                        .filter(kept -> kind(kept).equals(kind(field)))
                        .isEmpty())
                .map(field -> sentences.say("gate.contract-field", field.key(), kind(field)))
                .toList();
    }

    /** It is not refused for what it is already, when it only follows the language of the installation. */
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
            switch (node.getLocalName()) {
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

    /** A call keeps what every packaged call of that process hands over. */
    private List<String> calls(Element process, Element ours) {
        List<String> findings = new ArrayList<>();
        for (Element call : all(process, "callActivity")) {
            String called = call.getAttribute("calledElement");
            Set<String> always = null;
            for (Element other : all(ours, "callActivity")) {
                if (other.getAttribute("calledElement").equals(called)) {
                    if (always == null) {
                        always = handedOver(other);
                    } else {
                        always.retainAll(handedOver(other));
                    }
                }
            }
            if (always != null) {
                always.removeAll(handedOver(call));
                always.forEach(name -> findings.add(sentences.say("gate.contract-input", Vocabulary.step(call), name)));
            }
        }
        return findings;
    }

    private static Set<String> handedOver(Element call) {
        Set<String> names = new LinkedHashSet<>();
        all(call, "in")
                .forEach(in -> names.add(in.hasAttribute("businessKey") ? "businessKey" : in.getAttribute("target")));
        return names;
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

    private static List<Element> all(Element parent, String name) {
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
