package io.redress.engine.decision;

import io.redress.language.Sentences;
import io.redress.people.Groups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads an owner's decision table cell by cell before it is deployed, with the same eyes as when a case comes to it: a slip
 * is shown to whoever makes it, not days later to an admin.
 */
@Component
public class TableCheck {

    private static final int MOST = 5;

    private static final String FEEL = "feel";

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final List<TableReader> readers;
    private final Groups groups;
    private final Sentences sentences;

    TableCheck(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            List<TableReader> readers,
            Groups groups,
            Sentences sentences) {
        this.engine = engine;
        this.readers = readers;
        this.groups = groups;
        this.sentences = sentences;
    }

    /** What is wrong with the tables that Redress asks, the first few; of others, only that they run something other than FEEL. */
    public List<String> findings(DmnModelInstance model) {
        List<String> findings = new ArrayList<>(foreign(model));
        if (findings.isEmpty()) {
            for (Decision decision : model.getModelElementsByType(Decision.class)) {
                readers.stream()
                        .filter(reader -> reader.table().equals(decision.getId()))
                        .forEach(reader -> findings.addAll(findings(reader, decision)));
            }
        }
        return findings.stream().distinct().limit(MOST).toList();
    }

    /** A script in a cell would run on the server. */
    private List<String> foreign(DmnModelInstance model) {
        return model.getModelElementsByType(model.getModel().getType(DmnElement.class)).stream()
                .map(element -> element.getAttributeValue("expressionLanguage"))
                .filter(language -> language != null && !language.toLowerCase().contains(FEEL))
                .map(language -> sentences.say("decision.language", language))
                .toList();
    }

    private List<String> findings(TableReader reader, Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return List.of(sentences.say("decision.not-a-table", reader.table()));
        }
        List<String> strangers = table.getInputs().stream()
                .filter(input -> !reader.facts().contains(fact(input)))
                .map(input -> sentences.say(
                        "decision.unknown-input", reader.table(), fact(input), String.join(", ", reader.facts())))
                .toList();
        return strangers.isEmpty()
                ? table.getRules().stream()
                        .flatMap(rule -> finding(reader, table, rule).stream())
                        .toList()
                : strangers;
    }

    private Optional<String> finding(TableReader reader, DecisionTable table, Rule rule) {
        try {
            readInputs(reader, table, rule);
            Map<String, Object> cells = outputs(reader, table, rule);
            if (!cells.isEmpty()) {
                reader.check(new Row(reader.table(), cells, groups, sentences));
            }
            return Optional.empty();
        } catch (FeelException e) {
            return Optional.of(sentences.say("decision.unreadable", reader.table(), e.getMessage()));
        } catch (UnusableTable e) {
            return Optional.of(e.getMessage());
        }
    }

    private void readInputs(TableReader reader, DecisionTable table, Rule rule) {
        List<Input> inputs = List.copyOf(table.getInputs());
        List<InputEntry> cells = List.copyOf(rule.getInputEntries());
        for (int i = 0; i < cells.size(); i++) {
            String cell = text(cells.get(i));
            if (!cell.isEmpty() && !cell.equals("-")) {
                feel().evaluateSimpleUnaryTests(
                                cell, fact(inputs.get(i)), unknown(reader).asVariableContext());
            }
        }
    }

    /** By the name of the column; none where a cell depends on the case. */
    private Map<String, Object> outputs(TableReader reader, DecisionTable table, Rule rule) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Output> outputs = List.copyOf(table.getOutputs());
        List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
        boolean dependent = false;
        for (int i = 0; i < cells.size(); i++) {
            String cell = text(cells.get(i));
            Object value = cell.isEmpty()
                    ? null
                    : feel().evaluateSimpleExpression(cell, unknown(reader).asVariableContext());
            values.put(outputs.get(i).getName(), value);
            dependent |= Stream.of(cell.replaceAll("\"[^\"]*\"", "").split("[^\\w]+"))
                    .anyMatch(reader.facts()::contains);
        }
        return dependent ? Map.of() : values;
    }

    private static VariableMap unknown(TableReader reader) {
        VariableMap facts = Variables.createVariables();
        reader.facts().forEach(fact -> facts.putValue(fact, null));
        return facts;
    }

    private static String fact(Input input) {
        return input.getInputExpression() == null || input.getInputExpression().getText() == null
                ? ""
                : input.getInputExpression().getText().getTextContent().strip();
    }

    private static String text(InputEntry cell) {
        return cell.getText() == null ? "" : cell.getText().getTextContent().strip();
    }

    private static String text(OutputEntry cell) {
        return cell.getText() == null ? "" : cell.getText().getTextContent().strip();
    }

    private FeelEngine feel() {
        return ((DefaultDmnEngineConfiguration)
                        engine.getObject().getDmnEngine().getConfiguration())
                .getFeelEngine();
    }
}
