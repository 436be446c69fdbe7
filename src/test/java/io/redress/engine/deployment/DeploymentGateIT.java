package io.redress.engine.deployment;

import static io.redress.testing.Cases.START;
import static io.redress.testing.Complaints.confirmation;
import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.engine.people.StartGrants;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Refused;
import io.redress.testing.Rest;
import io.redress.testing.Stored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@RedressServer
class DeploymentGateIT {

    private static final String CLERK = "customer-service";
    private static final String OWNER = "process-owner";

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Stored stored;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Entries entries;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Autowired
    private StartGrants grants;

    @AfterEach
    void takesBackWhatOwnersDeployed() {
        repository.createDeploymentQuery().deploymentSource("Camunda Modeler").list().stream()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    /** As one it would be replaced at the next start, and never looked at again. */
    @Test
    void anOwnersModelIsNoPackagedOneWhateverTheToolCallsItself() {
        Rest.Answer deployed = rest.deploy(OWNER, "redress", Map.of("posing.bpmn", process("posing", "")));
        assertThat(deployed.status()).isEqualTo(200);
        assertThat(rest.get(
                                "admin",
                                "/engine-rest/deployment/"
                                        + deployed.body().path("id").asText())
                        .body()
                        .path("source")
                        .isNull())
                .isTrue();
    }

    @Test
    void modelerFindsWhatItAsksFor() {
        assertThat(rest.get(null, "/engine-rest/deployment?maxResults=0").status())
                .isEqualTo(401);
        assertThat(rest.get(OWNER, "/engine-rest/deployment?maxResults=0").status())
                .isEqualTo(200);
        assertThat(rest.get(OWNER, "/engine-rest/version")
                        .body()
                        .path("version")
                        .asText())
                .startsWith("7.24");
        Instant before = Instant.now();
        Rest.Answer deployed = rest.deploy(OWNER, Map.of("modelers.bpmn", process("modelers", "")));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(deployed.status()).isEqualTo(200);
        assertThat(deployed.body().path("id").asText()).isNotBlank();
        String definition =
                deployed.body().path("deployedProcessDefinitions").fieldNames().next();
        Rest.Answer started = rest.post(OWNER, "/engine-rest/process-definition/" + definition + "/start", Map.of());
        Refused.inWords("Modeler's start", started);
        assertThat(started.message()).contains("filling in its form");
        for (String person : new String[] {null, OWNER}) {
            Rest.Answer addresses = rest.get(person, "/.well-known/camunda-automation-platform/webapps");
            assertThat(addresses.status()).isEqualTo(200);
            assertThat(List.of("adminUrl", "cockpitUrl", "tasklistUrl"))
                    .allSatisfy(name -> assertThat(addresses.body().path(name).asText())
                            .startsWith("http://localhost:")
                            .contains("/camunda/app/"));
            assertThat(rest.get(
                                    null,
                                    addresses.body().path("cockpitUrl").asText().replaceFirst("http://[^/]+", ""))
                            .status())
                    .isLessThan(400);
        }
    }

    @Test
    void ownersAndAdministratorsDeployAndNobodyElse() {
        Map<String, byte[]> files = Map.of("who.bpmn", process("who", ""));
        cases.settle();
        Map<String, ?> before = stored.everything();
        assertThat(rest.deploy(null, files).status()).isEqualTo(401);
        Rest.Answer clerk = rest.deploy(CLERK, files);
        assertThat(clerk.status()).isEqualTo(403);
        Refused.inWords("a clerk's", clerk);
        assertThat(stored.everything()).isEqualTo(before);
        assertThat(rest.deploy("admin", files).status()).isEqualTo(200);
        Rest.Answer owner = rest.deploy(OWNER, Map.of("who.bpmn", process("who", "<!-- newer -->")));
        assertThat(owner.status()).isEqualTo(200);
        Refused.inWords(
                "an owner's deletion",
                rest.send(
                        OWNER,
                        "DELETE",
                        "/engine-rest/deployment/" + owner.body().path("id").asText(),
                        null));
    }

    @Test
    void aFieldThatAnOwnerAddsIsCheckedStoredAndShownWithoutABuild() throws IOException {
        Task opened = cases.confirming();
        assertThat(rest.deploy(
                                OWNER,
                                Map.of(
                                        "register-complaint.form", withField("register-complaint", "floor", "Floor"),
                                        "confirm-the-record.form", withField("confirm-the-record", "mood", "Mood")))
                        .status())
                .isEqualTo(200);

        Rest.Answer old = rest.submit(CLERK, "/engine-rest/task/" + opened.getId(), confirmation());
        Refused.inWords("the page opened before", old);
        assertThat(old.message()).contains("Mood", "reload");
        Refused.inWords("an old registration", rest.submit(CLERK, "/engine-rest" + START, registration()));
        Refused.inWords(
                "a floor too long", rest.submit(CLERK, "/engine-rest" + START, registration("floor", "x".repeat(21))));

        String number = cases.register(START, registration("floor", "third"));
        Task task = cases.task(number);
        Map<String, Object> answer = confirmation();
        answer.put("mood", "calm");
        assertThat(rest.submit(CLERK, "/engine-rest/task/" + task.getId(), answer)
                        .status())
                .isEqualTo(204);
        assertThat(rest.submit(CLERK, "/engine-rest/task/" + opened.getId(), answer)
                        .status())
                .isEqualTo(204);
        assertThat(entries.of(complaints.find(number).orElseThrow().id()))
                .extracting(
                        entry -> entry.fields().get("floor"),
                        entry -> entry.fields().get("mood"))
                .containsExactly(tuple("third", null), tuple(null, "calm"));
        assertThat(rest.get(CLERK, "/cases/" + number).body().asText()).contains("Floor", "third", "Mood", "calm");
        cases.settle();
    }

    @Test
    void twoFormsWithChineseNamesAreBothKept() {
        Rest.Answer deployed =
                rest.deploy(OWNER, Map.of("退款.form", form("refund", "a"), "换货.form", form("exchange", "b")));
        assertThat(deployed.status()).isEqualTo(200);
        assertThat(repository.getDeploymentResourceNames(
                        deployed.body().path("id").asText()))
                .containsExactlyInAnyOrder("退款.form", "换货.form");
    }

    @Test
    void whatIsDeployedTwiceIsThereOnce() {
        Map<String, byte[]> files = Map.of("twice.form", form("twice", "a"), "twice.bpmn", process("twice", ""));
        rest.deploy(OWNER, files);
        cases.settle();
        Map<String, ?> before = stored.everything();
        assertThat(rest.deploy(OWNER, files).status()).isEqualTo(200);
        assertThat(stored.everything()).isEqualTo(before);
    }

    /** What is wrong, the file's name and content, and a word that must be said besides the name of the file. */
    private record Bad(String file, byte[] content, String word) {

        @Override
        public String toString() {
            return file + ", " + word;
        }
    }

    private static Stream<Bad> badFiles() throws IOException {
        byte[] garbage = new byte[5 * 1024 * 1024];
        new Random(1).nextBytes(garbage);
        String doctype = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        return Stream.of(
                new Bad("broken.form", bytes("{\"type\":\"default\","), "JSON"),
                new Bad("list.form", bytes("[]"), "Camunda Form"),
                new Bad("anonymous.form", bytes("{\"type\":\"default\",\"components\":[]}"), "id"),
                new Bad("picker.form", bytes("""
                        {"type":"default","id":"picker","components":[
                          {"type":"filepicker","id":"f","key":"papers","label":"Papers"}]}"""), "Papers"),
                new Bad("script.bpmn", process("script", """
                        <bpmn:scriptTask id="s" name="Compute" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"""), "Compute"),
                new Bad("listener.bpmn", process("listener", """
                        <bpmn:task id="l" name="Listen"><bpmn:extensionElements><camunda:executionListener event="start">
                        <camunda:script scriptFormat="groovy">1</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task>"""), "Listen"),
                new Bad("condition.bpmn", process("condition", """
                        <bpmn:task id="a" name="A"/><bpmn:task id="b" name="B"/>
                        <bpmn:sequenceFlow id="f" name="Rich?" sourceRef="a" targetRef="b">
                        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="groovy">1</bpmn:conditionExpression></bpmn:sequenceFlow>"""), "Rich?"),
                new Bad("class.bpmn", process("class", """
                        <bpmn:serviceTask id="c" name="Load" camunda:class="java.lang.Runtime"/>"""), "Load"),
                new Bad("classlistener.bpmn", process("classlistener", """
                        <bpmn:task id="l" name="Listen"><bpmn:extensionElements><camunda:executionListener event="start"
                        class="java.lang.Runtime"/></bpmn:extensionElements></bpmn:task>"""), "Listen"),
                // The engine still reads what its forebear wrote.
                new Bad("oldclass.bpmn", process("oldclass", """
                        <bpmn:serviceTask id="c" name="Load" xmlns:old="http://activiti.org/bpmn" old:class="java.lang.Runtime"/>"""), "Load"),
                new Bad("oldshell.bpmn", process("oldshell", """
                        <bpmn:serviceTask id="c" name="Run" xmlns:old="http://activiti.org/bpmn" old:type="shell"><bpmn:extensionElements>
                        <old:field name="command" stringValue="touch /tmp/evil"/></bpmn:extensionElements></bpmn:serviceTask>"""), "Run"),
                new Bad("shell.bpmn", process("shell", """
                        <bpmn:serviceTask id="c" name="Run" camunda:type="shell"><bpmn:extensionElements>
                        <camunda:field name="command" stringValue="touch /tmp/evil"/></bpmn:extensionElements></bpmn:serviceTask>"""), "Run"),
                new Bad("event.bpmn", process("event", """
                        <bpmn:endEvent id="e" name="Fire"><bpmn:messageEventDefinition camunda:type="shell"><bpmn:extensionElements>
                        <camunda:field name="command" stringValue="touch /tmp/evil"/></bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:endEvent>"""), "Fire"),
                new Bad("expression.bpmn", process("expression", """
                        <bpmn:serviceTask id="c" name="Reach" camunda:expression="${execution.processEngineServices}"/>"""), "Reach"),
                new Bad("embedded.bpmn", process("embedded", """
                        <bpmn:userTask id="u" name="Look" camunda:formKey="embedded:deployment:a.html"/>"""), "formKey"),
                new Bad("stranger.bpmn", process("stranger", """
                        <bpmn:serviceTask id="u" name="Go" camunda:delegateExpression="${dataSourceDelegate}"/>"""), "Go"),
                new Bad("page.html", bytes("<script>1</script>"), ".form"),
                new Bad("code.groovy", bytes("1"), ".form"),
                new Bad("case.cmmn", bytes("<a/>"), ".form"),
                new Bad("deep.bpmn", bytes("<a>".repeat(5_000) + "</a>".repeat(5_000)), "deep"),
                new Bad("deep.dmn", bytes("<a>".repeat(5_000) + "</a>".repeat(5_000)), "deep"),
                // The engine looks at the last letters only.
                new Bad("scriptbpmn", process("script", """
                        <bpmn:scriptTask id="s" name="Compute" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"""), "Compute"),
                new Bad("formless.bpmn", process("formless", """
                        <bpmn:userTask id="u" name="Think"/>"""), "Think"),
                new Bad("unknown.bpmn", process("unknown", """
                        <bpmn:userTask id="u" name="Ask" camunda:formRef="nowhere" camunda:formRefBinding="latest"/>"""), "nowhere"),
                new Bad("endless.bpmn", process("endless", """
                        <bpmn:intermediateCatchEvent id="wait" name="Wait"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>"""), "wait"),
                new Bad("loose.bpmn", process("loose", """
                        <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="nowhere"/>"""), "nowhere"),
                new Bad("broken.bpmn", bytes("<bpmn:definitions"), "line 1"),
                new Bad("other.bpmn", bytes("<html/>"), "html"),
                new Bad("empty.bpmn", new byte[0], "line"),
                new Bad("foreign.bpmn", bytes(doctype + "<a>&x;</a>"), "read"),
                new Bad(
                        "foreign.bpmn20.xml",
                        bytes(doctype + new String(process("foreign", "&x;"), StandardCharsets.UTF_8)),
                        "read"),
                new Bad("garbage.bpmn", garbage, "large"),
                new Bad("garbage.form", garbage, "JSON"),
                new Bad("garbage.dmn", garbage, "large"),
                new Bad("broken.dmn", bytes("<definitions"), "line 1"),
                new Bad(
                        "deadline-policy.dmn",
                        bytes(Files.readString(Path.of("processes/deadline-policy.dmn"))
                                .replace("\"senior-management\"", "\"the-boss\"")),
                        "the-boss"),
                new Bad(
                        "triage.dmn",
                        bytes(Files.readString(Path.of("processes/triage.dmn"))
                                .replace("<text>\"local-office\"</text>", "<text>\"case-addition\"</text>")),
                        "case-addition"),
                new Bad(
                        "instructed.bpmn",
                        process("instructed", "<?xml-stylesheet href='http://localhost/a.xsl'?>"),
                        "read"),
                new Bad("foreign.dmn", bytes(doctype + "<a>&x;</a>"), "read"));
    }

    @Test
    void triageLeadsToAnOwnersProcessThatSaysHowItCanComeOut() throws IOException {
        String property =
                "<bpmn:extensionElements><camunda:properties><camunda:property name=\"%s\" value=\"done\" /></camunda:properties></bpmn:extensionElements>";
        byte[] parking = bytes(new String(
                        process(
                                "parking-complaint",
                                "<bpmn:sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"end\" /><bpmn:endEvent id=\"end\">"
                                        + property.formatted("outcome") + "</bpmn:endEvent>"),
                        StandardCharsets.UTF_8)
                .replaceFirst("(<bpmn:process [^>]*>)", "$1" + property.formatted("settled")));
        byte[] triage = bytes(Files.readString(Path.of("processes/triage.dmn"))
                .replace("<text>\"local-office\"</text>", "<text>\"parking-complaint\"</text>"));
        assertThat(rest.deploy(OWNER, Map.of("triage.dmn", triage)).message()).contains("parking-complaint");
        assertThat(rest.deploy(OWNER, Map.of("triage.dmn", triage, "parking-complaint.bpmn", parking))
                        .status())
                .isEqualTo(200);
        assertThat(rest.deploy(OWNER, Map.of("triage.dmn", triage)).status()).isEqualTo(200);
        byte[] plain = bytes(new String(parking, StandardCharsets.UTF_8)
                .replaceAll("<bpmn:extensionElements>.*?</bpmn:extensionElements>", ""));
        assertThat(rest.deploy(OWNER, Map.of("parking-complaint.bpmn", plain)).message())
                .contains("Triage leads complaints to “parking-complaint”");
    }

    @Test
    void processesThatCallOneAnotherInACircleAreRefused() {
        String call = "<bpmn:sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"c\" />"
                + "<bpmn:callActivity id=\"c\" name=\"Again\" calledElement=\"%s\" />";
        assertThat(rest.deploy(OWNER, Map.of("round.bpmn", process("round", call.formatted("round"))))
                        .message())
                .contains("round → round");
        assertThat(rest.deploy(OWNER, Map.of("there.bpmn", process("there", call.formatted("back"))))
                        .status())
                .isEqualTo(200);
        assertThat(rest.deploy(OWNER, Map.of("back.bpmn", process("back", call.formatted("there"))))
                        .message())
                .contains("back → there → back");
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void whatWouldBreakAtAClerksDeskIsRefusedInWordsAndNothingOfItDeployed(Bad bad) {
        cases.settle();
        Map<String, ?> before = stored.everything();
        Instant begin = Instant.now();
        Rest.Answer answer = rest.deploy(OWNER, Map.of(bad.file(), bad.content(), "good.form", form("good", "a")));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.message())
                .contains(bad.file(), bad.word())
                .doesNotContain("root:", "Exception", "org.camunda");
        assertThat(answer.message().length()).isLessThan(2_000);
        assertThat(stored.everything()).isEqualTo(before);
    }

    /** Every tenth in each build, all of them in the full one. */
    @Test
    void nothingThatRunsCodeIsDeployed() {
        cases.settle();
        Map<String, ?> before = stored.everything();
        List<String> attacks = DiagramAllowListTest.attacks();
        int step = Boolean.getBoolean("redress.test.everything") ? 1 : 10;
        int tries = 0;
        List<String> through = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i += step) {
            for (String file : List.of("attack.bpmn", "attack.bpmn20.xml")) {
                tries++;
                Rest.Answer answer = rest.deploy(OWNER, Map.of(file, process("attack", attacks.get(i))));
                if (answer.status() != 400) {
                    through.add(attacks.get(i) + ": " + answer);
                } else {
                    assertThat(answer.message()).contains(file, "not deployed");
                }
            }
        }
        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, "{0} deployments tried, {1} got through", tries, through.size());
        assertThat(through).isEmpty();
        assertThat(stored.everything()).isEqualTo(before);
    }

    /** The newest model is the one that counts, for everybody and at once. */
    @Test
    void aModelForLaterOrForSomeIsRefused() {
        cases.settle();
        Map<String, ?> before = stored.everything();
        Map<String, byte[]> files = Map.of("some.bpmn", process("some", ""));
        for (Map<String, String> how : List.of(
                Map.of("tenant-id", "some"), Map.of("deployment-activation-time", "2999-01-01T00:00:00.000+0000"))) {
            Refused.inWords(how.toString(), rest.deploy(OWNER, "Camunda Modeler", files, how));
        }
        assertThat(stored.everything()).isEqualTo(before);
    }

    /** Held in memory several times over, a few of them would stop the server. */
    @ParameterizedTest
    @ValueSource(strings = {OWNER, "admin"})
    void filesLargerThanModelsAreAreRefusedUnread(String person) {
        Rest.Answer answer = rest.deploy(person, Map.of("large.bpmn", new byte[9 * 1024 * 1024]));
        assertThat(answer.status()).isEqualTo(413);
        Refused.inWords("large", answer);
    }

    @Test
    void theSameIdTwiceInOneDeploymentIsRefused() {
        cases.settle();
        Map<String, ?> before = stored.everything();
        Rest.Answer answer = rest.deploy(OWNER, Map.of("a.form", form("same", "a"), "b.form", form("same", "b")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.message()).contains("same", "a.form");
        assertThat(stored.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataSource",
                "environment",
                "sentences",
                "complaints",
                "processEngine.getName()",
                "registerComplaintDelegate.getClass()",
                "''.getClass().forName('java.lang.Runtime')",
                "execution.processEngineServices",
                "execution['class'].classLoader"
            })
    void anExpressionInADiagramReachesTheStepsAlone(String expression) {
        byte[] diagram = process("reach", """
                <bpmn:serviceTask id="reachOut" camunda:asyncBefore="true" camunda:expression="${%s}"/>
                <bpmn:sequenceFlow id="toReachOut" sourceRef="start" targetRef="reachOut"/>""".formatted(expression));
        Rest.Answer refused = rest.deploy(OWNER, Map.of("reach.bpmn", diagram));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.message()).contains("reachOut", "camunda:expression");
        PastTheGate.deploy(repository, Map.of("reach.bpmn", diagram));
        grants.allow("reach", Set.of(CLERK));
        cases.register("/process-definition/key/reach", registration());
        Job failed = await().until(
                        () -> management
                                .createJobQuery()
                                .processDefinitionKey("reach")
                                .withException()
                                .singleResult(),
                        job -> job != null);
        assertThat(failed.getExceptionMessage()).containsAnyOf("Unknown property used in expression", "can't reach");
    }

    @Test
    void anEarlierDeploymentIsNotRepeatedUnchecked() {
        byte[] diagram = process("before", """
                <bpmn:serviceTask id="c" camunda:class="java.lang.Runtime"/>""");
        String before = PastTheGate.deploy(repository, Map.of("before.bpmn", diagram));
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addDeploymentResources(before)
                        .deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("repeated");
    }

    private static byte[] withField(String form, String key, String label) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode changed =
                (ObjectNode) json.readTree(new ClassPathResource("forms/" + form + ".form").getInputStream());
        ((ArrayNode) changed.path("components"))
                .addObject()
                .put("type", "textfield")
                .put("id", "Field_" + key)
                .put("key", key)
                .put("label", label)
                .putObject("validate")
                .put("maxLength", 20);
        return json.writeValueAsBytes(changed);
    }

    private static byte[] form(String id, String key) {
        return bytes("""
                {"type": "default", "id": "%s", "components": [
                  {"type": "textfield", "id": "Field_1", "key": "%s", "label": "Remark"}]}
                """.formatted(id, key));
    }

    private static byte[] process(String id, String steps) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <bpmn:process id="%s" name="Test" isExecutable="true" camunda:candidateStarterGroups="customer-service">
                    <bpmn:startEvent id="start" camunda:formRef="register-complaint" camunda:formRefBinding="latest" />
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(id, steps).strip());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
