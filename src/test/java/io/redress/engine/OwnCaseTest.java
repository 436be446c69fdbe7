package io.redress.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine itself, past the gate: diagrams from before there was one are still deployed. */
class OwnCaseTest {

    private static final Map<Long, String> NUMBERS = Map.of(1L, "C-20260302-0001", 2L, "C-20260302-0002");

    private final List<Long> done = new ArrayList<>();
    private final JavaDelegate step = execution -> done.add((Long) execution.getVariable("caseId"));
    private final OwnCase ownCase = new OwnCase(id -> Optional.ofNullable(NUMBERS.get(id)));
    private final ProcessEngine engine = engine();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aStepActsOnTheCaseOfItsProcess() {
        start(step("withdrawDelegate"), 1L);
        assertThat(done).containsExactly(1L);
    }

    @Test
    void aStepActsOnNoOtherCase() {
        assertThatThrownBy(() -> start(step("withdrawDelegate"), 2L)).hasMessageContaining("another case");
        assertThatThrownBy(() -> start(step("withdrawDelegate"), 3L)).hasMessageContaining("no case 3");
        assertThat(done).isEmpty();
    }

    @Test
    void aListenerPerformsNoStep() {
        for (String event : List.of("start", "end", "take")) {
            BpmnModelInstance listening = event.equals("take")
                    ? Bpmn.readModelFromStream(new ByteArrayInputStream("""
                            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                              <process id="probe" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="s"/>
                              <sequenceFlow id="f" sourceRef="s" targetRef="e"><extensionElements>
                                <camunda:executionListener event="take" delegateExpression="${withdrawDelegate}"/>
                              </extensionElements></sequenceFlow><endEvent id="e"/></process></definitions>""".getBytes(StandardCharsets.UTF_8)))
                    : Bpmn.createExecutableProcess("probe")
                            .camundaHistoryTimeToLive(1)
                            .startEvent()
                            .manualTask()
                            .camundaExecutionListenerDelegateExpression(event, "${withdrawDelegate}")
                            .endEvent()
                            .done();
            assertThatThrownBy(() -> start(listening, 1L)).as(event).hasMessageContaining("service task alone");
        }
        assertThat(done).isEmpty();
    }

    @Test
    void anExpressionPerformsNoStep() {
        assertThatThrownBy(() -> start(
                        Bpmn.createExecutableProcess("probe")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask()
                                .camundaExpression("${withdrawDelegate.execute(execution)}")
                                .endEvent()
                                .done(),
                        1L))
                .isNotNull();
        assertThat(done).isEmpty();
    }

    private static BpmnModelInstance step(String name) {
        return Bpmn.createExecutableProcess("probe")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${" + name + "}")
                .endEvent()
                .done();
    }

    private void start(BpmnModelInstance diagram, long caseId) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("probe.bpmn", diagram)
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("probe", NUMBERS.get(1L), Map.of("caseId", caseId));
    }

    private ProcessEngine engine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("own-case");
        configuration.setJdbcUrl("jdbc:h2:mem:own-case");
        configuration.setExpressionManager(
                new StepExpressions(Map.of("withdrawDelegate", ownCase.guarded("withdrawDelegate", step))));
        return configuration.buildProcessEngine();
    }
}
