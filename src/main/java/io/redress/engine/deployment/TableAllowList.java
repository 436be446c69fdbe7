package io.redress.engine.deployment;

import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a decision table may be written with: what Modeler writes, in FEEL, which runs nothing of the server. */
final class TableAllowList {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/MODEL/", "dmn"),
            Map.entry("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "dmn"),
            Map.entry("http://www.omg.org/spec/DMN/20151101/dmn11.xsd", "dmn"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DMNDI/", "dmndi"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DC/", "dc"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DI/", "di"),
            Map.entry("http://camunda.org/schema/1.0/dmn", "camunda"),
            Map.entry("http://camunda.org/schema/modeler/1.0", "modeler"),
            Map.entry("http://bpmn.io/schema/dmn/biodi/1.0", "biodi"),
            Map.entry("http://bpmn.io/schema/dmn/biodi/2.0", "biodi"));

    private static final Vocabulary WORDS = new Vocabulary(PREFIXES, Map.of("called", "id name label"), """
            dmn:definitions @called namespace exporter exporterVersion expressionLanguage typeLanguage modeler:executionPlatform modeler:executionPlatformVersion camunda:diagramRelationId
            dmn:description
            dmn:decision @called camunda:historyTimeToLive camunda:versionTag
            dmn:question
            dmn:allowedAnswers
            dmn:variable @called typeRef
            dmn:inputData @called
            dmn:knowledgeSource @called
            dmn:informationRequirement id
            dmn:authorityRequirement id
            dmn:requiredDecision href
            dmn:requiredInput href
            dmn:requiredAuthority href
            dmn:textAnnotation @called textFormat
            dmn:association id associationDirection
            dmn:sourceRef href
            dmn:targetRef href
            dmn:decisionTable @called hitPolicy aggregation preferredOrientation outputLabel typeRef biodi:annotationsWidth
            dmn:input @called biodi:width camunda:inputVariable
            dmn:inputExpression @called typeRef expressionLanguage
            dmn:inputValues id expressionLanguage
            dmn:output @called typeRef biodi:width
            dmn:outputValues id expressionLanguage
            dmn:rule id
            dmn:inputEntry id expressionLanguage
            dmn:outputEntry id expressionLanguage
            dmn:annotation name
            dmn:annotationEntry
            dmn:literalExpression @called typeRef expressionLanguage
            dmn:text
            dmn:extensionElements
            dmndi:DMNDI
            dmndi:DMNDiagram @called
            dmndi:DMNShape id dmnElementRef isCollapsed
            dmndi:DMNEdge id dmnElementRef
            dmndi:DMNLabel id
            dmndi:Size width height
            dc:Bounds x y width height
            di:waypoint x y
            """);

    private static final Map<String, Pattern> VALUES = Map.of(
            "typeRef", Pattern.compile("string|boolean|integer|long|double|date|number|Any"),
            "camunda:inputVariable", Pattern.compile("[A-Za-z_][A-Za-z0-9_]*"),
            "camunda:historyTimeToLive", Pattern.compile("P\\d+D|\\d+"),
            "textFormat", Pattern.compile("text/plain"),
            "href", Pattern.compile("#[\\w.-]+"));

    /** The names of FEEL by which the engine knows it; with any other it would look for a script. */
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20180521/FEEL/",
            "http://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private static final Pattern WORDS_IN_QUOTES = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    /** A cell says what is the case; a function of its own could name a class. */
    private static final Pattern FUNCTION = Pattern.compile("\\b(function|external)\\b");

    private final Sentences sentences;
    private final List<String> findings = new ArrayList<>();

    private TableAllowList(Sentences sentences) {
        this.sentences = sentences;
    }

    static List<String> findings(byte[] table, Sentences sentences) {
        TableAllowList words = new TableAllowList(sentences);
        words.check(Vocabulary.read(table));
        return words.findings;
    }

    private void check(Element element) {
        if (!WORDS.knows(element)) {
            add("gate.deploy-unknown-element", element, element.getNodeName());
            return;
        }
        Vocabulary.attributes(element).forEach(attribute -> check(element, attribute));
        if (WORDS.name(element).equals("dmn:text")
                && !(element.getParentNode() instanceof Element parent
                        && WORDS.name(parent).equals("dmn:textAnnotation"))
                && FUNCTION.matcher(WORDS_IN_QUOTES
                                .matcher(Vocabulary.text(element))
                                .replaceAll("\"\""))
                        .find()) {
            add("gate.deploy-function", element);
        }
        Vocabulary.children(element).forEach(this::check);
    }

    private void check(Element element, Attr attribute) {
        String name = WORDS.name(attribute);
        Pattern values = VALUES.get(name);
        if (!WORDS.knows(element, attribute)) {
            add("gate.deploy-unknown-attribute", element, attribute.getName());
        } else if (name.equals("expressionLanguage") && !FEEL.contains(attribute.getValue())) {
            add("decision.language", attribute.getValue());
        } else if (values != null && !values.matcher(attribute.getValue()).matches()) {
            add("gate.deploy-value", element, attribute.getName(), attribute.getValue());
        }
    }

    private void add(String sentence, Object... arguments) {
        if (arguments[0] instanceof Element element) {
            arguments[0] = Vocabulary.step(element);
        }
        String said = sentences.say(sentence, arguments);
        if (!findings.contains(said)) {
            findings.add(said);
        }
    }
}
