package io.redress.engine.deployment;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.people.StartGrants;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.Statements;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What owners deployed before less was allowed, as it is said at the next start. */
@RedressServer
class OlderModelsIT {

    private static final String FORM = """
            {"type": "default", "id": "%s", "components": [{"type": "%s", "id": "Field_1", "key": "papers", "label": "Papers"}]}""";

    @Autowired
    private OlderModels older;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private StartGrants grants;

    @Autowired
    private Cases cases;

    @Autowired
    private Rest rest;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Statements statements;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void takesBackWhatOwnersDeployed() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
        older.look();
    }

    @Test
    void saysWhichWouldBeRefusedTodayAndHowManyCasesRunOnThem() {
        deploy("older.bpmn", diagram("""
                <bpmn:userTask id="wait" name="Wait" camunda:formRef="register-complaint" camunda:formRefBinding="latest" camunda:candidateGroups="customer-service"/>
                <bpmn:sequenceFlow id="toWait" sourceRef="start" targetRef="wait"/>
                <bpmn:sequenceFlow id="on" sourceRef="wait" targetRef="reach"/>
                <bpmn:serviceTask id="reach" name="Reach out" camunda:expression="${execution.id}"/>"""));
        grants.allow("older", Set.of("customer-service"));
        cases.register("/process-definition/key/older", registration());
        deploy("older.bpmn", diagram(""));
        deploy("older-picker.form", FORM.formatted("older-picker", "filepicker"));
        deploy("older.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="older-table" name="Older"><variable id="v" name="r"/><literalExpression id="l" expressionLanguage="juel"><text>1</text></literalExpression>
                  </decision></definitions>""");

        assertThat(said("older.bpmn"))
                .singleElement()
                .asString()
                .contains("version 1", "1 running cases", "Reach out", "camunda:expression", "incident");
        assertThat(said("older-picker.form")).singleElement().asString().contains("version 1", "Papers", "refused");
        assertThat(said("older.dmn")).singleElement().asString().contains("version 1", "juel");
        assertThat(rest.get(null, "/actuator/info").body().path("models").path("refusedToday"))
                .anyMatch(sentence -> sentence.asText().contains("older.bpmn"));
    }

    @Test
    void saysWhichNoLongerKeepWhatOthersRelyOn() throws Exception {
        deploy(
                "case-addition.bpmn",
                Files.readString(Path.of("processes/case-addition.bpmn"))
                        .replace("${addOutsideDeadlineDelegate}", "${handOverComplaintDelegate}"));
        deploy("withdraw.form", FORM.formatted("confirm-the-record", "textfield"));
        assertThat(said("case-addition.bpmn"))
                .singleElement()
                .asString()
                .contains("addOutsideDeadlineDelegate", "rely on");
        assertThat(said("withdraw.form")).singleElement().asString().contains("rely on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<bpmn:definitions",
                "<html/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "LARGE",
                "DEEP"
            })
    void namesWhatCanNotBeReadAndGoesOn(String content) {
        deploy("older.bpmn", diagram(""));
        deploy("older-picker.form", FORM.formatted("older-picker", "filepicker"));
        String stored = switch (content) {
            case "LARGE" -> "<a>" + "x".repeat(XmlBounds.LARGEST) + "</a>";
            case "DEEP" -> "<a>".repeat(50_000) + "</a>".repeat(50_000);
            default -> content;
        };
        for (String file : List.of("older.bpmn", "older-picker.form")) {
            assertThat(jdbc.sql(
                                    "update act_ge_bytearray set bytes_ = :bytes where name_ = :name and deployment_id_ in (:mine)")
                            .param("bytes", stored.getBytes(StandardCharsets.UTF_8))
                            .param("name", file)
                            .param("mine", deployments)
                            .update())
                    .isEqualTo(1);
        }
        assertThat(said("older.bpmn")).singleElement().asString().containsAnyOf("read", "too large", "html");
        assertThat(said("older-picker.form")).hasSize(1);
    }

    @Test
    @Tag("database")
    void asksTheDatabaseTheSameHoweverManyThereAre() {
        for (int i = 0; i < 5; i++) {
            deploy("older.bpmn", diagram("<!-- %d -->".formatted(i)));
            deploy("older-%d.form".formatted(i), FORM.formatted("older-" + i, "filepicker"));
        }
        // What other cases do meanwhile is not counted.
        engine.getJobExecutor().shutdown();
        try {
            assertThat(statements.of(older::look).statements()).hasSize(2);
        } finally {
            engine.getJobExecutor().start();
        }
    }

    private List<String> said(String file) {
        older.look();
        return older.refusedToday().stream()
                .filter(sentence -> sentence.contains(file))
                .toList();
    }

    private void deploy(String file, String content) {
        deployments.add(PastTheGate.deploy(repository, Map.of(file, content.getBytes(StandardCharsets.UTF_8))));
    }

    private static String diagram(String steps) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <bpmn:process id="older" name="Older" isExecutable="true" camunda:candidateStarterGroups="customer-service">
                    <bpmn:startEvent id="start" camunda:formRef="register-complaint" camunda:formRefBinding="latest" />
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(steps);
    }
}
