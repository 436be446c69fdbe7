package io.redress.engine.deployment;

import io.redress.engine.decision.TableCheck;
import io.redress.form.Finding;
import io.redress.form.Form;
import io.redress.form.InvalidForm;
import io.redress.language.Sentences;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;

/**
 * What stands against a model in itself, in words: what would break at a clerk's desk or run foreign code. What can't be read is
 * found here, too, and never an exception.
 */
public final class ModelCheck {

    /** How the model's reader says where it stopped. */
    private static final Pattern PLACE = Pattern.compile("Line=(?<line>\\d+): (?<what>.*)");

    /** The kinds of model that there are; the engine knows them by the last letters of the file's name. */
    enum Kind {
        FORM(CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES),
        DIAGRAM(BpmnDeployer.BPMN_RESOURCE_SUFFIXES),
        TABLE(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES),
        NONE("");

        private final List<String> suffixes;

        Kind(String... suffixes) {
            this.suffixes = List.of(suffixes);
        }

        static Kind of(String file) {
            return Stream.of(values())
                    .filter(kind -> kind.suffixes.stream().anyMatch(file::endsWith))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Supplier<TableCheck> tables;
    private final Predicate<String> steps;
    private final Predicate<String> handlers;
    private final Sentences sentences;

    /**
     * @param steps the names of the beans that diagrams may call as steps
     * @param handlers the names of those that steps may name to happen when their form is submitted
     */
    public ModelCheck(
            Supplier<TableCheck> tables, Predicate<String> steps, Predicate<String> handlers, Sentences sentences) {
        this.tables = tables;
        this.steps = steps;
        this.handlers = handlers;
        this.sentences = sentences;
    }

    /**
     * What is wrong with it; nothing when all is well.
     *
     * @param file its name, which says what it is
     * @param formIsDeployed whether there is a form of that id, or will be
     * @param isRoute whether triage can name the process of that key
     */
    List<String> findings(String file, byte[] content, Predicate<String> formIsDeployed, Predicate<String> isRoute) {
        return switch (Kind.of(file)) {
            case FORM -> form(content);
            case DIAGRAM ->
                model(
                        content,
                        Bpmn::readModelFromStream,
                        diagram -> new DiagramCheck(content, diagram, steps, handlers)
                                .findings(sentences, formIsDeployed));
            case TABLE ->
                model(content, Dmn::readModelFromStream, table -> {
                    List<String> findings = new ArrayList<>(TableAllowList.findings(content, sentences));
                    findings.addAll(tables.get().findings(table));
                    findings.addAll(RouteCheck.ofTable(Vocabulary.read(content), isRoute, sentences));
                    return findings;
                });
            case NONE -> List.of(sentences.say("gate.deploy-kind-of-file"));
        };
    }

    private List<String> form(byte[] content) {
        try {
            return Form.parse(content, sentences).findings(sentences).stream()
                    .filter(finding -> finding.severity() == Finding.Severity.REFUSED)
                    .map(Finding::sentence)
                    .toList();
        } catch (InvalidForm e) {
            return e.sentences();
        }
    }

    private <M> List<String> model(
            byte[] content, Function<InputStream, M> reader, Function<M, List<String>> findings) {
        if (!XmlBounds.hold(content)) {
            return List.of(sentences.say("gate.deploy-too-large"));
        }
        try {
            return findings.apply(reader.apply(new ByteArrayInputStream(content)));
        } catch (ModelException | IllegalArgumentException e) {
            // The model's own reader, and ours of what stands in the file.
            return List.of(unreadable(e));
        }
    }

    private String unreadable(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
            if (place.find()) {
                return sentences.say("gate.deploy-unreadable-line", place.group("line"), place.group("what"));
            }
        }
        return sentences.say("gate.deploy-unreadable");
    }
}
