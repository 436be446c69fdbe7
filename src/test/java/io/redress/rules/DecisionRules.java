package io.redress.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * What every delivered decision table keeps. Modeler shows no extension properties in a table, so a label says both
 * languages: “Severity 严重程度”.
 */
final class DecisionRules {

    private static final Set<HitPolicy> POLICIES = EnumSet.of(HitPolicy.FIRST, HitPolicy.COLLECT);

    private DecisionRules() {}

    /** @param file the file's name without .dmn */
    static List<String> findings(String file, String xml) {
        DmnModelInstance model =
                Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Findings findings = new Findings();
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        if (decisions.size() != 1) {
            findings.add(file, "a file holds one decision");
        }
        for (Decision decision : decisions) {
            if (!decision.getId().equals(file) || !Words.isKebabCase(file)) {
                findings.add(decision.getId(), "the id is the name of its file (%s), in kebab-case", file);
            }
            label(decision.getId(), decision.getName(), findings);
        }
        model.getModelElementsByType(DecisionTable.class).forEach(table -> table(file, table, findings));
        ids(model.getDocument().getRootElement())
                .filter(id -> id.matches("[A-Za-z]+_[01][a-z0-9]{6}"))
                .forEach(id -> findings.add(id, "the id was made up by the modeller"));
        return findings.sentences();
    }

    private static void table(String file, DecisionTable table, Findings findings) {
        if (!POLICIES.contains(table.getHitPolicy())) {
            findings.add(file, "the hit policy is FIRST, or COLLECT for a list");
        }
        table.getInputs().stream().map(Input::getLabel).forEach(label -> label(file, label, findings));
        table.getOutputs().stream().map(Output::getLabel).forEach(label -> label(file, label, findings));
        List<Rule> rules = List.copyOf(table.getRules());
        if (table.getHitPolicy() == HitPolicy.FIRST && (rules.isEmpty() || !catchesAll(rules.get(rules.size() - 1)))) {
            findings.add(file, "the last row does not catch the rest");
        }
    }

    private static boolean catchesAll(Rule rule) {
        return rule.getInputEntries().stream()
                .map(InputEntry::getTextContent)
                .allMatch(entry -> entry.isBlank() || entry.strip().equals("-"));
    }

    private static void label(String element, String label, Findings findings) {
        if (label == null || !Words.chinese(label) || !label.matches("(?s).*[A-Za-z].*")) {
            findings.add(element, "“%s” is not said in English and Chinese", label);
        }
    }

    private static Stream<String> ids(DomElement element) {
        return Stream.concat(
                Stream.ofNullable(element.getAttribute("id")),
                element.getChildElements().stream().flatMap(DecisionRules::ids));
    }
}
