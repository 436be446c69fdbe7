package io.redress.engine.deployment;

import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a diagram may be written with: what the packaged ones use, and what Modeler writes that runs nothing. A step is
 * reached by the name that Redress gave it; everything else that is computed is a {@link SmallExpression}.
 */
final class DiagramAllowList {

    /** The engine reads what its forebear wrote, too. */
    private static final String FOREBEAR = "http://activiti.org/bpmn";

    private static final Map<String, String> PREFIXES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn",
            "http://camunda.org/schema/1.0/bpmn", "camunda",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
            "http://www.omg.org/spec/DD/20100524/DC", "dc",
            "http://www.omg.org/spec/DD/20100524/DI", "di",
            "http://www.w3.org/2001/XMLSchema-instance", "xsi",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color");

    private static final Map<String, String> TOGETHER = Map.of(
            "named", "id name",
            "async", "camunda:asyncBefore camunda:asyncAfter camunda:exclusive camunda:jobPriority",
            "template", "camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon",
            "colours", "bioc:stroke bioc:fill color:background-color color:border-color color:color");

    private static final Vocabulary WORDS = new Vocabulary(PREFIXES, TOGETHER, """
            bpmn:definitions @named targetNamespace exporter exporterVersion expressionLanguage typeLanguage modeler:executionPlatform modeler:executionPlatformVersion camunda:diagramRelationId
            bpmn:process @named isExecutable isClosed processType camunda:historyTimeToLive camunda:candidateStarterGroups camunda:isStartableInTasklist camunda:versionTag camunda:jobPriority @template
            bpmn:documentation id textFormat
            bpmn:extensionElements
            bpmn:incoming
            bpmn:outgoing

            bpmn:collaboration @named isClosed
            bpmn:participant @named processRef
            bpmn:participantMultiplicity id minimum maximum
            bpmn:messageFlow @named sourceRef targetRef messageRef
            bpmn:laneSet @named
            bpmn:childLaneSet @named
            bpmn:lane @named
            bpmn:flowNodeRef
            bpmn:group id categoryValueRef
            bpmn:category @named
            bpmn:categoryValue id value
            bpmn:textAnnotation id textFormat
            bpmn:text
            bpmn:association id sourceRef targetRef associationDirection
            bpmn:dataObject @named isCollection
            bpmn:dataObjectReference @named dataObjectRef
            bpmn:dataStoreReference @named dataStoreRef
            bpmn:dataStore @named capacity isUnlimited
            bpmn:dataState @named
            bpmn:dataInputAssociation id
            bpmn:dataOutputAssociation id
            bpmn:sourceRef
            bpmn:targetRef
            bpmn:property @named

            bpmn:task @named default @async @template
            bpmn:manualTask @named default @async @template
            bpmn:userTask @named default @async @template camunda:assignee camunda:candidateUsers camunda:candidateGroups camunda:dueDate camunda:followUpDate camunda:priority camunda:formRef camunda:formRefBinding
            bpmn:serviceTask @named default @async @template camunda:delegateExpression
            bpmn:businessRuleTask @named default @async @template camunda:delegateExpression camunda:decisionRef camunda:decisionRefBinding camunda:decisionRefVersion camunda:mapDecisionResult camunda:resultVariable
            bpmn:receiveTask @named default @async @template messageRef
            bpmn:callActivity @named default @async @template calledElement camunda:calledElementBinding camunda:calledElementVersion
            bpmn:subProcess @named default @async @template triggeredByEvent
            bpmn:multiInstanceLoopCharacteristics id isSequential camunda:collection camunda:elementVariable camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            bpmn:loopCardinality id xsi:type
            bpmn:completionCondition id xsi:type

            bpmn:sequenceFlow @named sourceRef targetRef
            bpmn:conditionExpression id xsi:type
            bpmn:exclusiveGateway @named default @async
            bpmn:inclusiveGateway @named default @async
            bpmn:parallelGateway @named @async
            bpmn:eventBasedGateway @named @async

            bpmn:startEvent @named isInterrupting @async @template camunda:formRef camunda:formRefBinding camunda:initiator
            bpmn:endEvent @named @async @template
            bpmn:intermediateCatchEvent @named @async @template
            bpmn:intermediateThrowEvent @named @async @template
            bpmn:boundaryEvent @named attachedToRef cancelActivity @async @template
            bpmn:timerEventDefinition id
            bpmn:timeDate id xsi:type
            bpmn:timeCycle id xsi:type
            bpmn:timeDuration id xsi:type
            bpmn:messageEventDefinition id messageRef
            bpmn:signalEventDefinition id signalRef
            bpmn:errorEventDefinition id errorRef camunda:errorCodeVariable camunda:errorMessageVariable
            bpmn:escalationEventDefinition id escalationRef camunda:escalationCodeVariable
            bpmn:terminateEventDefinition id
            bpmn:linkEventDefinition @named
            bpmn:message @named
            bpmn:signal @named
            bpmn:error @named errorCode camunda:errorMessage
            bpmn:escalation @named escalationCode

            camunda:properties < bpmn:extensionElements
            camunda:property id name value < camunda:properties
            camunda:inputOutput < bpmn:extensionElements
            camunda:inputParameter name < camunda:inputOutput
            camunda:outputParameter name < camunda:inputOutput
            camunda:list < camunda:inputParameter camunda:outputParameter camunda:entry camunda:list
            camunda:map < camunda:inputParameter camunda:outputParameter camunda:entry camunda:list
            camunda:entry key < camunda:map
            camunda:value id name < camunda:list
            camunda:in source sourceExpression target businessKey variables local < bpmn:extensionElements
            camunda:out source sourceExpression target variables local < bpmn:extensionElements
            camunda:failedJobRetryTimeCycle < bpmn:extensionElements

            bpmndi:BPMNDiagram @named documentation resolution
            bpmndi:BPMNPlane id bpmnElement
            bpmndi:BPMNShape id bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible @colours
            bpmndi:BPMNEdge id bpmnElement sourceElement targetElement messageVisibleKind @colours
            bpmndi:BPMNLabel id labelStyle @colours
            bpmndi:BPMNLabelStyle id
            dc:Bounds x y width height
            dc:Font name size isBold isItalic isUnderline isStrikeThrough
            di:waypoint x y
            """);

    private static final String FLAG = "true|false";
    private static final String LITERAL = "[^{}]*";
    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";

    /** Where what is written there chooses what the engine does. */
    private static final Map<String, Pattern> VALUES = Map.ofEntries(
            value("xsi:type", "(\\w+:)?tFormalExpression"),
            value("textFormat", "text/plain"),
            value("expressionLanguage", "http://www\\.w3\\.org/1999/XPath"),
            value("typeLanguage", "http://www\\.w3\\.org/2001/XMLSchema"),
            value("camunda:asyncBefore", FLAG),
            value("camunda:asyncAfter", FLAG),
            value("camunda:exclusive", FLAG),
            value("camunda:isStartableInTasklist", FLAG),
            value("camunda:formRef", LITERAL),
            value("camunda:formRefBinding", "latest|deployment"),
            value("camunda:candidateStarterGroups", LITERAL),
            value("camunda:historyTimeToLive", "P\\d+D|\\d+"),
            value("camunda:initiator", VARIABLE),
            value("camunda:decisionRef", LITERAL),
            value("camunda:decisionRefBinding", "latest|deployment|version"),
            value("camunda:decisionRefVersion", "\\d+"),
            value("camunda:mapDecisionResult", "singleEntry|singleResult|collectEntries|resultList"),
            value("camunda:resultVariable", VARIABLE),
            value("camunda:calledElementBinding", "latest|deployment|version"),
            value("camunda:calledElementVersion", "\\d+"),
            value("camunda:elementVariable", VARIABLE),
            value("camunda:errorCodeVariable", VARIABLE),
            value("camunda:errorMessageVariable", VARIABLE),
            value("camunda:escalationCodeVariable", VARIABLE),
            value("businessKey", "[$#]\\{execution\\.processBusinessKey}"),
            value("variables", "all"),
            value("local", FLAG));

    /**
     * What the standard takes for granted: the model's writer says it, so that what has been put into another language holds it. It
     * changes nothing, at this value alone.
     */
    private static final Map<String, Pattern> GRANTED = Map.ofEntries(
            value("startQuantity", "1"),
            value("completionQuantity", "1"),
            value("isForCompensation", "false"),
            value("parallelMultiple", "false"),
            value("instantiate", "false"),
            value("isImmediate", "true"),
            value("gatewayDirection", "Unspecified"),
            value("eventGatewayType", "Exclusive"),
            value("behavior", "All"),
            value("implementation", "##unspecified|##WebService"));

    private static final Pattern STEP = Pattern.compile("\\$\\{(?<step>\\w+Delegate)}");
    private static final String DELEGATE = "camunda:delegateExpression";
    /** What a call asks of the engine: the number that the customer quotes. */
    private static final String BUSINESS_KEY = "businessKey";

    /** Which case a course works on is said where it begins, and nowhere in a diagram. */
    private static final String CASE = "caseId";

    /** Where a diagram names a variable that it sets. */
    private static final Set<String> SET = Set.of(
            "target",
            "camunda:initiator",
            "camunda:resultVariable",
            "camunda:elementVariable",
            "camunda:errorCodeVariable",
            "camunda:errorMessageVariable",
            "camunda:escalationCodeVariable");

    private static final Set<String> PARAMETERS = Set.of("camunda:inputParameter", "camunda:outputParameter");

    private static final Set<String> SCRIPTS =
            Set.of("language", "scriptFormat", "camunda:resource", "resource", "bpmn:scriptTask", "camunda:script");
    private static final Set<String> CLASSES = Set.of("camunda:class", "class");
    private static final String SHELL = "shell";

    private final Predicate<String> steps;
    private final Sentences sentences;
    private final List<String> findings = new ArrayList<>();

    /** What can be asked where the engine needs a date, or a cycle; what is asked elsewhere only fails when a case comes to it. */
    private static final Map<String, Set<String>> ASKED_AT = Map.of(
            "bpmn:timeDate", Set.of("until", "answer", "task"),
            "bpmn:timeCycle", Set.of("overdue", "near", "pauseOver", "reminder", "remind", "lateMeasure"),
            "bpmn:timeDuration", Set.of(),
            "camunda:dueDate", Set.of("due", "task", "workingDay", "until", "answer"),
            "camunda:followUpDate", Set.of("due", "task", "workingDay", "until", "answer"));

    private DiagramAllowList(Predicate<String> steps, Sentences sentences) {
        this.steps = steps;
        this.sentences = sentences;
    }

    /** @param steps the names of the beans that Redress offers to diagrams */
    static List<String> findings(byte[] diagram, Predicate<String> steps, Sentences sentences) {
        DiagramAllowList words = new DiagramAllowList(steps, sentences);
        words.check(Vocabulary.read(diagram));
        return words.findings;
    }

    private static Map.Entry<String, Pattern> value(String attribute, String pattern) {
        return Map.entry(attribute, Pattern.compile(pattern));
    }

    private void check(Element element) {
        if (!WORDS.knows(element) || isAstray(element)) {
            unknown(element);
            return;
        }
        Vocabulary.attributes(element).forEach(attribute -> check(element, attribute));
        String text = Vocabulary.text(element);
        if (!SmallExpression.isAllowed(text)) {
            add("gate.deploy-expression", element, shortened(text));
        }
        checkDeadlines(element, WORDS.name(element), text);
        Vocabulary.children(element).forEach(this::check);
    }

    /** Variables go in and out of called processes only. */
    private static boolean isAstray(Element element) {
        return Set.of("camunda:in", "camunda:out").contains(WORDS.name(element))
                && !(element.getParentNode().getParentNode() instanceof Element call
                        && WORDS.name(call).equals("bpmn:callActivity"));
    }

    private void unknown(Element element) {
        if (FOREBEAR.equals(element.getNamespaceURI())) {
            add("gate.deploy-old", element);
        } else if (SCRIPTS.contains(WORDS.name(element)) || isScript(element)) {
            add("gate.deploy-script", element);
        } else if (Vocabulary.attributes(element).stream()
                .anyMatch(attribute -> CLASSES.contains(WORDS.name(attribute)))) {
            add("gate.deploy-class", element);
        } else {
            add("gate.deploy-unknown-element", element, element.getNodeName());
        }
    }

    /** A listener may be a script in a child. */
    private static boolean isScript(Element element) {
        return Vocabulary.children(element).stream()
                .anyMatch(child -> WORDS.name(child).equals("camunda:script"));
    }

    private void check(Element element, Attr attribute) {
        String name = WORDS.name(attribute);
        String value = attribute.getValue();
        Pattern values = VALUES.get(name);
        Pattern granted = GRANTED.get(name);
        if (granted != null && granted.matcher(value).matches()) {
            return;
        }
        if (FOREBEAR.equals(attribute.getNamespaceURI())) {
            add("gate.deploy-old", element);
        } else if (!WORDS.knows(element, attribute)) {
            unknown(element, attribute);
        } else if (name.equals(DELEGATE)) {
            Matcher step = STEP.matcher(value);
            if (!step.matches() || !steps.test(step.group("step"))) {
                add("gate.deploy-delegate", element, shortened(value));
            }
        } else if (setsTheCase(element, name, value)) {
            add("gate.deploy-case", element);
        } else if (values != null && !values.matcher(value).matches()) {
            add(
                    name.equals(BUSINESS_KEY) ? "gate.deploy-case" : "gate.deploy-value",
                    element,
                    attribute.getName(),
                    shortened(value));
        } else if (!name.equals(BUSINESS_KEY) && !SmallExpression.isAllowed(value)) {
            add("gate.deploy-expression", element, shortened(value));
        } else {
            checkDeadlines(element, name, value);
        }
    }

    /** @param place the element or attribute in which it stands */
    private void checkDeadlines(Element element, String place, String expression) {
        SmallExpression.deadlines(expression).stream()
                .filter(deadline -> !known(deadline))
                .forEach(deadline -> add("gate.deploy-deadline", element, deadline));
        Set<String> askable = ASKED_AT.get(place);
        if (askable != null && !askable.containsAll(SmallExpression.questions(expression))) {
            add(
                    "gate.deploy-deadline-place",
                    element,
                    shortened(expression),
                    String.join(", ", new TreeSet<>(askable)));
        }
    }

    /** A misspelt one would never be due; each that there is has a name that people see. */
    private boolean known(String deadline) {
        try {
            return !sentences.say("deadlinename." + deadline).isEmpty();
        } catch (MissingResourceException e) {
            return false;
        }
    }

    /** A call hands its own case on. */
    private static boolean setsTheCase(Element element, String attribute, String value) {
        boolean named = SET.contains(attribute) || attribute.equals("name") && PARAMETERS.contains(WORDS.name(element));
        return named
                && value.strip().equals(CASE)
                && !(WORDS.name(element).equals("camunda:in")
                        && element.getAttribute("source").equals(CASE)
                        && !element.hasAttribute("sourceExpression"));
    }

    private void unknown(Element element, Attr attribute) {
        String name = WORDS.name(attribute);
        if (SCRIPTS.contains(name) || SHELL.equalsIgnoreCase(attribute.getValue())) {
            add("gate.deploy-script", element);
        } else if (CLASSES.contains(name)) {
            add("gate.deploy-class", element);
        } else {
            add("gate.deploy-unknown-attribute", element, attribute.getName());
        }
    }

    private void add(String sentence, Element element, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = shortened(Vocabulary.step(element));
        System.arraycopy(more, 0, arguments, 1, more.length);
        String said = sentences.say(sentence, arguments);
        if (!findings.contains(said)) {
            findings.add(said);
        }
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }
}
