package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagramAllowListTest {

    private static final Sentences SENTENCES = new Sentences(Language.EN);
    private static final Predicate<String> STEPS = Set.of("registerComplaintDelegate")::contains;

    /** Where an attribute or an extension is tried: every kind of element that a diagram is made of. */
    private static final List<String> PLACES = List.of(
            "definitions",
            "process",
            "startEvent",
            "endEvent",
            "intermediateThrowEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "task",
            "manualTask",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "conditionExpression",
            "multiInstanceLoopCharacteristics",
            "loopCardinality",
            "completionCondition",
            "messageEventDefinition",
            "signalEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "timerEventDefinition",
            "timeDate",
            "timeCycle",
            "timeDuration",
            "terminateEventDefinition",
            "linkEventDefinition",
            "message",
            "signal",
            "error",
            "escalation",
            "collaboration",
            "participant",
            "messageFlow",
            "laneSet",
            "lane",
            "documentation",
            "textAnnotation",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "property",
            "group",
            "extensionElements");

    /** What may be said, and so is not tried as an attack; each has a value here that may not. */
    private static final Set<String> ALLOWED = Set.of(
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "historyTimeToLive",
            "candidateStarterGroups",
            "isStartableInTasklist",
            "versionTag",
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "formRef",
            "formRefBinding",
            "delegateExpression",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "mapDecisionResult",
            "resultVariable",
            "calledElementBinding",
            "calledElementVersion",
            "collection",
            "elementVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "errorMessage",
            "escalationCodeVariable",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon",
            "diagramRelationId");

    private static final Set<String> ALLOWED_EXTENSIONS =
            Set.of("properties", "inputOutput", "failedJobRetryTimeCycle");

    private static final boolean EVERYTHING = Boolean.getBoolean("redress.test.everything");

    private static final String RUNTIME = "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null)}";

    @ParameterizedTest
    @MethodSource("packaged")
    void everyPackagedDiagramMaySayWhatItSays(Path diagram) throws IOException {
        assertThat(DiagramAllowList.findings(Files.readAllBytes(diagram), step -> step.endsWith("Delegate"), SENTENCES))
                .isEmpty();
    }

    static Stream<Path> packaged() {
        return files(".bpmn");
    }

    static Stream<Path> files(String suffix) {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine's own lists of what it reads, so that nothing of them is forgotten here. */
    @Test
    void noAttributeOfTheEnginePassesAnywhereButWhereItIsAllowed() {
        Set<String> attributes = Stream.of(
                        constants(BpmnModelConstants.class, "CAMUNDA_ATTRIBUTE_"),
                        constants(BpmnParse.class, "PROPERTYNAME_"),
                        Stream.of("class", "type", "expression", "formKey", "resource", "topic", "async"))
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(attributes).hasSizeGreaterThan(60);
        List<String> passed = new ArrayList<>();
        int tries = 0;
        for (String place : PLACES) {
            for (String namespace : List.of("camunda", "old")) {
                for (String attribute : attributes) {
                    boolean allowed = namespace.equals("camunda") && ALLOWED.contains(attribute);
                    String value = allowed ? RUNTIME.replace("'", "&apos;") : "shell";
                    tries++;
                    String diagram = place.equals("definitions")
                            ? around(" %s:%s=\"%s\"".formatted(namespace, attribute, value), "")
                            : with("<bpmn:%s id=\"x\" %s:%s=\"%s\"/>".formatted(place, namespace, attribute, value));
                    if (findings(diagram).isEmpty()) {
                        passed.add(place + " " + namespace + ":" + attribute);
                    }
                }
            }
        }
        System.out.printf("%d attributes in %d places: %d tries%n", attributes.size(), PLACES.size(), tries);
        assertThat(passed).isEmpty();
    }

    /** Whatever word the engine's own parser knows, as an attribute and as an element. */
    @Test
    void noWordOfTheEnginesParserLetsAnExpressionThrough() throws IOException {
        Set<String> words = ParserWords.all();
        assertThat(words).contains("variableMappingClass", "formHandlerClass", "errorMessage", "resource");
        List<String> values = EVERYTHING ? List.of(RUNTIME, "#{execution}") : List.of(RUNTIME);
        List<String> places = EVERYTHING ? PLACES : List.of("process", "serviceTask", "messageEventDefinition");
        List<String> namespaces = EVERYTHING ? List.of("camunda:", "old:", "bpmn:", "") : List.of("camunda:", "");
        Set<String> passed = new TreeSet<>();
        int tries = 0;
        for (String place : places) {
            for (String word : words) {
                for (String value : values) {
                    for (String namespace : namespaces) {
                        for (String attempt : List.of(
                                "<bpmn:%s %s%s=\"%s\"/>"
                                        .formatted(place, namespace, word, value.replace("'", "&apos;")),
                                "<bpmn:%s id=\"x\"><%s%s>%s</%2$s%3$s></bpmn:%1$s>"
                                        .formatted(place, namespace, word, value),
                                "<bpmn:%s id=\"x\"><bpmn:extensionElements><%s%s>%s</%2$s%3$s></bpmn:extensionElements></bpmn:%1$s>"
                                        .formatted(place, namespace, word, value))) {
                            tries++;
                            if (findings(with(attempt)).isEmpty()) {
                                passed.add(attempt);
                            }
                        }
                    }
                }
            }
        }
        System.out.printf(
                "%d words of the parser in %d places: %d tries, %d got through%n",
                words.size(), places.size(), tries, passed.size());
        // People read it; the engine does not.
        passed.removeIf(attempt -> attempt.matches(".*<bpmn:(documentation|text)>.*|.* xmlns=.*"));
        assertThat(passed).isEmpty();
    }

    @Test
    void noExtensionOfTheEnginePassesAnywhereButWhereItIsAllowed() {
        Set<String> elements = Stream.concat(
                        constants(BpmnModelConstants.class, "CAMUNDA_ELEMENT_"),
                        Stream.of("errorEventDefinition", "failedJobRetryTimeCycle", "field", "string", "expression"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(elements).hasSizeGreaterThan(20);
        List<String> passed = new ArrayList<>();
        int tries = 0;
        for (String place : PLACES) {
            for (String namespace : List.of("camunda", "old")) {
                for (String element : elements) {
                    if (place.equals("extensionElements")) {
                        continue;
                    }
                    boolean allowed = namespace.equals("camunda")
                            && (ALLOWED_EXTENSIONS.contains(element)
                                    || place.equals("callActivity")
                                            && Set.of("in", "out").contains(element));
                    tries++;
                    String diagram = with(
                            "<bpmn:%s id=\"x\"><bpmn:extensionElements><%s:%s class=\"java.lang.Runtime\">%s</%2$s:%3$s></bpmn:extensionElements></bpmn:%1$s>"
                                    .formatted(place, namespace, element, allowed ? RUNTIME : "plain"));
                    if (findings(diagram).isEmpty()) {
                        passed.add(place + " " + namespace + ":" + element);
                    }
                }
            }
        }
        System.out.printf("%d extensions in %d places: %d tries%n", elements.size(), PLACES.size() - 1, tries);
        assertThat(passed).isEmpty();
    }

    /** Elements of a process that run code, name another case or are unknown. */
    static List<String> attacks() {
        return List.of(
                // A command of the operating system, where an event is defined
                "<bpmn:endEvent id='x'><bpmn:messageEventDefinition id='d' camunda:type='shell'><bpmn:extensionElements><camunda:field name='command' stringValue='id'/></bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:endEvent>",
                "<bpmn:intermediateThrowEvent id='x'><bpmn:messageEventDefinition id='d' camunda:type='shell'/></bpmn:intermediateThrowEvent>",
                "<bpmn:intermediateThrowEvent id='x'><bpmn:messageEventDefinition camunda:type='SHELL'/></bpmn:intermediateThrowEvent>",
                "<bpmn:endEvent id='x'><bpmn:messageEventDefinition camunda:class='java.lang.Runtime'/></bpmn:endEvent>",
                "<bpmn:endEvent id='x'><bpmn:messageEventDefinition camunda:expression='${x}'/></bpmn:endEvent>",
                "<bpmn:endEvent id='x'><bpmn:messageEventDefinition camunda:delegateExpression='${registerComplaintDelegate}'/></bpmn:endEvent>",
                "<bpmn:endEvent id='x'><bpmn:messageEventDefinition camunda:type='external' camunda:topic='t'/></bpmn:endEvent>",
                "<bpmn:endEvent id='x'><bpmn:signalEventDefinition><bpmn:extensionElements><camunda:in sourceExpression='a' target='b'/></bpmn:extensionElements></bpmn:signalEventDefinition></bpmn:endEvent>",
                // Code in and at a step
                "<bpmn:serviceTask id='x' camunda:expression='${execution.x}'/>",
                "<bpmn:serviceTask id='x' camunda:expression=\"${''.getClass().forName('java.lang.Runtime')}\"/>",
                "<bpmn:serviceTask id='x' camunda:class='java.lang.Runtime'/>",
                "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='t'/>",
                "<bpmn:serviceTask id='x' camunda:type='mail'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${dataSource}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${noSuchDelegate}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='#{registerComplaintDelegate}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${registerComplaintDelegate.class}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression=' ${registerComplaintDelegate}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${registerComplaintDelegate}' camunda:resultVariable='y'/>",
                "<bpmn:serviceTask id='x' implementation='${x}'/>",
                "<bpmn:sendTask id='x' camunda:delegateExpression='${registerComplaintDelegate}'/>",
                "<bpmn:scriptTask id='x' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='x' scriptFormat='javascript' camunda:resource='a.js'/>",
                "<bpmn:businessRuleTask id='x' camunda:class='a.B'/>",
                "<bpmn:businessRuleTask id='x' camunda:decisionRef='${x}'/>",
                "<bpmn:businessRuleTask id='x' camunda:decisionRef='triage' camunda:mapDecisionResult='${x}'/>",
                "<bpmn:serviceTask id='x'><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='x'><bpmn:extensionElements><camunda:field name='a'><camunda:expression>${b}</camunda:expression></camunda:field></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='x'><bpmn:extensionElements><camunda:errorEventDefinition id='e' expression='${true}'/></bpmn:extensionElements></bpmn:serviceTask>",
                // Listeners, of whatever kind
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:executionListener event='start' class='a.B'/></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:executionListener event='start' expression='${a}'/></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:executionListener event='end' delegateExpression='${registerComplaintDelegate}'/></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:executionListener event='end'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task>",
                "<bpmn:sequenceFlow id='x'><bpmn:extensionElements><camunda:executionListener event='take' expression='${a}'/></bpmn:extensionElements></bpmn:sequenceFlow>",
                "<bpmn:userTask id='x' camunda:formRef='f'><bpmn:extensionElements><camunda:taskListener event='create' delegateExpression='${registerComplaintDelegate}'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x' camunda:formRef='f'><bpmn:extensionElements><camunda:taskListener event='timeout' id='t' expression='${a}'><bpmn:timerEventDefinition><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x' camunda:formRef='f'><bpmn:extensionElements><camunda:taskListener event='complete' class='a.B'/></bpmn:extensionElements></bpmn:userTask>",
                // Forms that aren't ours
                "<bpmn:userTask id='x' camunda:formKey='embedded:app:forms/a.html'/>",
                "<bpmn:userTask id='x' camunda:formKey='app:a.jsf'/>",
                "<bpmn:userTask id='x' camunda:formKey='embedded:deployment:a.html'/>",
                "<bpmn:startEvent id='x' camunda:formHandlerClass='a.B'/>",
                "<bpmn:userTask id='x' camunda:formRef='${form}'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:formRefBinding='version' camunda:formRefVersion='1'/>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:formData><camunda:formField id='a' type='string'/></camunda:formData></bpmn:extensionElements></bpmn:userTask>",
                // Calls
                "<bpmn:callActivity id='x' calledElement='a' camunda:variableMappingClass='a.B'/>",
                "<bpmn:callActivity id='x' calledElement='a' camunda:variableMappingDelegateExpression='${registerComplaintDelegate}'/>",
                "<bpmn:callActivity id='x' camunda:caseRef='a'/>",
                "<bpmn:callActivity id='x' calledElement='a' camunda:calledElementTenantId='${a.b}'/>",
                "<bpmn:callActivity id='x' calledElement='${execution.id}'/>",
                // Another case than one's own
                "<bpmn:callActivity id='x' calledElement='a'><bpmn:extensionElements><camunda:in businessKey='C-20260302-0001'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:callActivity id='x' calledElement='a'><bpmn:extensionElements><camunda:in businessKey='${other}'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:callActivity id='x' calledElement='a'><bpmn:extensionElements><camunda:in source='other' target='caseId'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:callActivity id='x' calledElement='a'><bpmn:extensionElements><camunda:in sourceExpression='${7}' target='caseId'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:callActivity id='x' calledElement='a'><bpmn:extensionElements><camunda:in source='caseId' sourceExpression='${7}' target='caseId'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:callActivity id='x' calledElement='a'><bpmn:extensionElements><camunda:out source='other' target='caseId'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='caseId'>${7}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='caseId'>${7}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics camunda:collection='${others}' camunda:elementVariable='caseId'/></bpmn:task>",
                "<bpmn:businessRuleTask id='x' camunda:decisionRef='a' camunda:mapDecisionResult='singleEntry' camunda:resultVariable='caseId'/>",
                "<bpmn:startEvent id='x' camunda:initiator='caseId'/>",
                "<bpmn:boundaryEvent id='x'><bpmn:errorEventDefinition camunda:errorCodeVariable='caseId'/></bpmn:boundaryEvent>",
                "<bpmn:callActivity id='x' calledElement='a'><bpmn:extensionElements><camunda:in sourceExpression='${execution.processEngineServices}' target='b'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:callActivity id='x' calledElement='a'><bpmn:extensionElements><camunda:in businessKey='#{execution.processEngineServices}'/></bpmn:extensionElements></bpmn:callActivity>",
                // What the engine evaluates elsewhere
                "<bpmn:userTask id='x' name='${execution.processEngineServices}' camunda:formRef='f'/>",
                "<bpmn:userTask id='x' camunda:formRef='f'><bpmn:documentation>${execution.id}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id='x' camunda:formRef='f'><bpmn:documentation>${exec<!-- -->ution.id}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id='x' camunda:formRef='f'><bpmn:documentation><![CDATA[${execution.id}]]></bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:assignee='${currentUser()}'/>",
                // What would never be due, never be moved, or fail when a case comes to it
                "<bpmn:timerEventDefinition id='x'><bpmn:timeCycle>${deadlines.overdue(execution, 'FIRST_RESPONS')}</bpmn:timeCycle></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeCycle>${deadlines.overdue(execution)}</bpmn:timeCycle></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeCycle>${deadlines.near(execution, 'RESOLUTION')}</bpmn:timeCycle></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeCycle>${deadlines.next(execution, 'RESOLUTION')}</bpmn:timeCycle></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeCycle>${deadlines .overdue(execution, 'RESOLUTION')}</bpmn:timeCycle></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeCycle>${deadlines. overdue(execution, 'RESOLUTION')}</bpmn:timeCycle></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeCycle>${deadlines.overdue (execution, 'RESOLUTION')}</bpmn:timeCycle></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeCycle>${deadlines.until(execution, 'APPROVAL')}</bpmn:timeCycle></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeDate>${deadlines.overdue(execution, 'RESOLUTION')}</bpmn:timeDate></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeDate>${deadlines.due(execution, 'RESOLUTION')}</bpmn:timeDate></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id='x'><bpmn:timeDuration>${deadlines.task(execution)}</bpmn:timeDuration></bpmn:timerEventDefinition>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:dueDate='${deadlines.near(execution)}'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:dueDate=\"${deadlines.due(execution, 'APROVAL')}\"/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:dueDate='${deadlines.class}'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:dueDate='${deadlines.due(execution, execution.id)}'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:dueDate='${deadlines.getClass()}'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:dueDate='${deadlines.hashCode()}'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:dueDate='${deadlines.task(execution).time}'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:priority='${a[0]}'/>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:candidateGroups='${registerComplaintDelegate}'/>",
                "<bpmn:task id='x' camunda:jobPriority='${a.b}' camunda:asyncBefore='true'/>",
                "<bpmn:task id='x' camunda:asyncBefore='${a}'/>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:failedJobRetryTimeCycle>${a.b}</camunda:failedJobRetryTimeCycle></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>${b.c}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:script scriptFormat='juel'>${b}</camunda:script></camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:list><camunda:value>${b.c}</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key='k'>${b.c()}</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
                "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key='k'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
                // The label of the installation's language is put on the canvas, where the engine evaluates it
                "<bpmn:userTask id='x' camunda:formRef='f'><bpmn:extensionElements><camunda:properties><camunda:property name='label.zh' value='${execution.id}'/></camunda:properties></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${a.b}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>#{a.b}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${a:b(c)}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${now()}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${execution}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${a ? b.c : d}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${''['class']}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression language='groovy'>1</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression camunda:resource='a.groovy'/></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression xsi:type='camunda:x'>${a}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression>${a</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:intermediateCatchEvent id='x'><bpmn:timerEventDefinition><bpmn:timeDate>${a.b}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
                "<bpmn:intermediateCatchEvent id='x'><bpmn:conditionalEventDefinition camunda:variableName='a'><bpmn:condition>${a}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
                "<bpmn:boundaryEvent id='x'><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>",
                "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics camunda:collection='${a.b}' camunda:elementVariable='c'/></bpmn:task>",
                "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${a.b}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>",
                "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics><bpmn:completionCondition>${a.b}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:task>",
                "<bpmn:task id='x'><bpmn:standardLoopCharacteristics/></bpmn:task>",
                "<bpmn:task id='x'><bpmn:ioSpecification/></bpmn:task>",
                "<bpmn:adHocSubProcess id='x'/>",
                "<bpmn:transaction id='x'/>",
                "<bpmn:complexGateway id='x'/>",
                // The engine asks for local names only
                "<other:serviceTask xmlns:other='urn:other' id='x' camunda:class='a.B'/>",
                "<modeler:serviceTask id='x' camunda:class='a.B'/>",
                "<zeebe:taskDefinition xmlns:zeebe='http://camunda.org/schema/zeebe/1.0' type='t'/>",
                "<bpmn:serviceTask id='x' other:class='a.B' xmlns:other='urn:other'/>",
                "<bpmn:task id='x' bpmn:name='y'/>",
                "<bpmn:task id='x' xml:base='file:///'/>");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whatRunsCodeOrIsUnknownIsRefusedAndTheElementNamed(String element) {
        assertThat(findings(with(element)))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).matches(".*“.+”.*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:import importType='http://schemas.xmlsoap.org/wsdl/' location='http://a/b' namespace='n'/>",
                "<bpmn:extension definition='a'/>",
                "<bpmn:signal id='s' name='${a.b}'/>",
                "<bpmn:message id='s' name='${a.b}'/>",
                "<bpmn:error id='s' errorCode='${a.b}'/>",
                "<bpmn:escalation id='s' escalationCode='${a.b}'/>",
                "<bpmn:interface id='s' name='x'/>",
                "<camunda:executionListener class='a.B'/>",
                "<case xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'/>"
            })
    void besideTheProcessNothingElseIsTakenEither(String element) {
        assertThat(findings(around("", element))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:task id='x' name='Anything' camunda:modelerTemplate='t' camunda:modelerTemplateVersion='1'><bpmn:documentation>What it costs: 5 $ {about}</bpmn:documentation></bpmn:task>",
                "<bpmn:serviceTask id='x' camunda:asyncBefore='true' camunda:delegateExpression='${registerComplaintDelegate}'/>",
                "<bpmn:sequenceFlow id='x'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${(a == 'b' or not c) &amp;&amp; d >= 3 ? empty e : null != f}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:userTask id='x' camunda:formRef='f' camunda:formRefBinding='latest' camunda:assignee='${decider}' camunda:dueDate=\"#{deadlines.due(execution,'APPROVAL')}\" camunda:followUpDate='${deadlines.task(execution)}' camunda:priority='50'/>",
                "<bpmn:boundaryEvent id='x' attachedToRef='y'><bpmn:timerEventDefinition><bpmn:timeCycle>${ deadlines.overdue( execution , &quot;RESOLUTION&quot; ) }</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>",
                "<bpmn:boundaryEvent id='x' attachedToRef='y'><bpmn:timerEventDefinition><bpmn:timeDate>${deadlines.until(execution,'APPROVAL')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>",
                "<bpmn:textAnnotation id='x'><bpmn:text>Look here</bpmn:text></bpmn:textAnnotation><bpmn:association id='y' associationDirection='None' sourceRef='x' targetRef='start'/>",
                "<bpmn:group id='x' categoryValueRef='c'/><bpmn:dataObject id='o'/><bpmn:dataObjectReference id='r' name='Record' dataObjectRef='o'/><bpmn:dataStoreReference id='ds' name='Ledger'/>",
                "<bpmn:task id='x'><bpmn:property id='p' name='__targetRef_placeholder'/><bpmn:dataInputAssociation id='i'><bpmn:sourceRef>r</bpmn:sourceRef><bpmn:targetRef>p</bpmn:targetRef></bpmn:dataInputAssociation></bpmn:task>",
                "<bpmn:laneSet id='l'><bpmn:lane id='x' name='Desk'><bpmn:flowNodeRef>start</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>",
                "<bpmn:callActivity id='x' calledElement='${route}'><bpmn:extensionElements><camunda:in businessKey='#{execution.processBusinessKey}'/><camunda:in variables='all'/><camunda:out source='a' target='b'/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:businessRuleTask id='x' camunda:decisionRef='parking' camunda:mapDecisionResult='singleEntry' camunda:resultVariable='fee'/>"
            })
    void whatModelerWritesAndRunsNothingIsAllowed(String element) {
        assertThat(findings(with(element))).isEmpty();
    }

    private static List<String> findings(String diagram) {
        return DiagramAllowList.findings(diagram.getBytes(StandardCharsets.UTF_8), STEPS, SENTENCES);
    }

    private static Stream<String> constants(Class<?> type, String prefix) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().startsWith(prefix) && field.getType() == String.class)
                .map(DiagramAllowListTest::constant)
                .filter(Pattern.compile("[A-Za-z]+").asMatchPredicate());
    }

    private static String constant(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String with(String element) {
        return around(
                "",
                "<bpmn:process id=\"p\" isExecutable=\"true\"><bpmn:startEvent id=\"start\"/>" + element
                        + "</bpmn:process>");
    }

    private static String around(String attributes, String elements) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:old="http://activiti.org/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t" exporter="Camunda Modeler"
                    exporterVersion="5.40.0" modeler:executionPlatform="Camunda Platform"%s>%s</bpmn:definitions>
                """.formatted(attributes, elements);
    }
}
