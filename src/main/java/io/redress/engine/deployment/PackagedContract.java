package io.redress.engine.deployment;

import io.redress.form.Field;
import io.redress.form.Form;
import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
                Set<Promise> missing = new LinkedHashSet<>(promises(Vocabulary.read(ours)));
                missing.removeAll(promises(root));
                missing.forEach(promise -> findings.add(sentences.say(promise.sentence(), promise.what())));
                findings.addAll(calls(root, Vocabulary.read(ours)));
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

    private record Promise(String sentence, String what) {}

    private static Set<Promise> promises(Element root) {
        Set<Promise> promises = new LinkedHashSet<>();
        Set<String> reached = new HashSet<>();
        all(root, "sequenceFlow").forEach(flow -> reached.add(flow.getAttribute("targetRef")));
        for (Element process : all(root, "process")) {
            add(promises, "gate.contract-executable", process.getAttribute("isExecutable"));
            split(process.getAttributeNS(CAMUNDA, "candidateStarterGroups"))
                    .forEach(group -> add(promises, "gate.contract-starters", group));
            for (Element start : Vocabulary.children(process)) {
                if (start.getLocalName().equals("startEvent")) {
                    add(promises, "gate.contract-start-form", start.getAttributeNS(CAMUNDA, "formRef"));
                }
            }
        }
        for (Element property : all(root, "property")) {
            if (property.getAttribute("name").equals("variables")) {
                split(property.getAttribute("value")).forEach(name -> add(promises, "gate.contract-variable", name));
            }
        }
        for (String[] kind : new String[][] {
            {"message", "name"}, {"signal", "name"}, {"error", "errorCode"}, {"escalation", "escalationCode"}
        }) {
            for (Element definition : all(root, kind[0] + "EventDefinition")) {
                named(root, kind[0], definition.getAttribute(kind[0] + "Ref"))
                        .ifPresent(it -> add(promises, "gate.contract-event", it.getAttribute(kind[1])));
            }
        }
        for (Element call : all(root, "callActivity")) {
            if (reached.contains(call.getAttribute("id"))) {
                add(promises, "gate.contract-call", call.getAttribute("calledElement"));
            }
        }
        Stream.of("serviceTask", "businessRuleTask")
                .flatMap(kind -> all(root, kind).stream())
                .filter(step -> reached.contains(step.getAttribute("id")))
                .forEach(step ->
                        add(promises, "gate.contract-step", step.getAttributeNS(CAMUNDA, "delegateExpression")));
        all(root, "outputParameter").forEach(out -> add(promises, "gate.contract-result", out.getAttribute("name")));
        all(root, "out").forEach(out -> add(promises, "gate.contract-result", out.getAttribute("target")));
        return promises;
    }

    /** A call keeps what every packaged call of that process hands over. */
    private List<String> calls(Element root, Element ours) {
        List<String> findings = new ArrayList<>();
        for (Element call : all(root, "callActivity")) {
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
