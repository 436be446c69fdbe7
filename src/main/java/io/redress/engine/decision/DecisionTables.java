package io.redress.engine.decision;

import io.redress.language.Sentences;
import io.redress.people.Groups;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.exception.dmn.DecisionDefinitionNotFoundException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * The decision tables in force: the newest deployed version of each, whoever asks. What they are asked holds nothing
 * personal.
 */
@Component
public class DecisionTables {

    private static final int REMEMBERED = 1_000;
    private static final Pattern ASKS_THE_TIME = Pattern.compile("\\b(now|today)\\s*\\(");

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Groups groups;
    private final Sentences sentences;

    /** By the id of the version: reading a table's XML takes longer than evaluating it. */
    private final Map<String, Table> read = new ConcurrentHashMap<>();

    /** Each task and each deadline asks, nearly always the same: the same facts find the same cells in one version. */
    private final ConcurrentLruCache<Question, List<Map<String, Object>>> answers =
            new ConcurrentLruCache<>(REMEMBERED, this::evaluate);

    DecisionTables(ObjectProvider<ProcessEngineConfigurationImpl> engine, Groups groups, Sentences sentences) {
        this.engine = engine;
        this.groups = groups;
        this.sentences = sentences;
    }

    /**
     * Reads the rows that fit, in the order of the table.
     *
     * @param facts by the name of the input; one whose column lists its values must have one of them, or be null because
     *     nobody knows it yet
     * @param reader says what the rows mean
     * @throws UnusableTable when the table is not deployed, a cell can't be read or carried out, a fact is not among the
     *     values of its column, or no row fits; it says to retry the job that asked
     */
    public <T> T read(String table, Map<String, Object> facts, Function<List<Row>, T> reader) {
        return find(table, facts, rows -> {
            if (rows.isEmpty()) {
                throw new UnusableTable(sentences.say("decision.no-row", table, facts.toString()));
            }
            return reader.apply(rows);
        });
    }

    /** The same, but that no row fits is an answer too: the reader gets none. */
    public <T> T find(String table, Map<String, Object> facts, Function<List<Row>, T> reader) {
        try {
            return reader.apply(rows(table, facts));
        } catch (UnusableTable e) {
            throw new UnusableTable(sentences.say("decision.then-retry", e.getMessage()), e);
        }
    }

    private List<Row> rows(String table, Map<String, Object> facts) {
        // The decision service would ask the person at work for rights and log each evaluation as an operator's act.
        return engine.getObject().getCommandExecutorTxRequired().execute(context -> {
            DeploymentCache deployed = context.getProcessEngineConfiguration().getDeploymentCache();
            try {
                DecisionDefinition definition = deployed.findDeployedLatestDecisionDefinitionByKey(table);
                Table inForce = read.computeIfAbsent(definition.getId(), id -> read(deployed, id));
                inForce.columns().forEach(column -> check(table, column, facts));
                Question question = new Question((DmnDecision) definition, facts);
                return (inForce.asksTheTime() ? evaluate(question) : answers.get(question))
                        .stream()
                                .map(cells -> new Row(table, cells, groups, sentences))
                                .toList();
            } catch (DecisionDefinitionNotFoundException e) {
                throw new UnusableTable(sentences.say("decision.not-deployed", table), e);
            } catch (DmnEngineException | FeelException e) {
                throw new UnusableTable(sentences.say("decision.unreadable", table, e.getMessage()), e);
            }
        });
    }

    private List<Map<String, Object>> evaluate(Question question) {
        return engine.getObject()
                .getDmnEngine()
                .evaluateDecisionTable(question.table(), question.facts())
                .getResultList();
    }

    /** A fact that no row was written for, such as a misspelt profile, would otherwise pass without its deadlines. */
    private void check(String table, Column column, Map<String, Object> facts) {
        String fact = String.valueOf(facts.get(column.fact()));
        boolean unknownYet = facts.containsKey(column.fact()) && facts.get(column.fact()) == null;
        if (!unknownYet && !column.values().contains(fact)) {
            throw new UnusableTable(sentences.say(
                    "decision.unknown-value", table, column.label(), fact, String.join(", ", column.values())));
        }
    }

    private static Table read(DeploymentCache deployed, String definition) {
        DmnModelInstance model = deployed.findDmnModelInstanceForDecisionDefinition(definition);
        List<Column> columns = model.getModelElementsByType(Input.class).stream()
                .filter(input -> input.getInputValues() != null)
                .map(input -> new Column(
                        input.getLabel(),
                        input.getInputExpression().getText().getTextContent(),
                        Arrays.stream(input.getInputValues().getTextContent().split(","))
                                .map(value -> value.strip().replace("\"", ""))
                                .toList()))
                .toList();
        boolean asksTheTime = model.getModelElementsByType(Text.class).stream()
                .anyMatch(text -> ASKS_THE_TIME.matcher(text.getTextContent()).find());
        return new Table(columns, asksTheTime);
    }

    /**
     * What is to be known of a version.
     *
     * @param asksTheTime its cells may be others at the next moment
     */
    private record Table(List<Column> columns, boolean asksTheTime) {}

    /** What a version is asked; facts may be null. */
    private record Question(DmnDecision table, Map<String, Object> facts) {

        Question {
            facts = Collections.unmodifiableMap(new HashMap<>(facts));
        }
    }

    /** An input column that lists its values. */
    private record Column(String label, String fact, List<String> values) {}
}
