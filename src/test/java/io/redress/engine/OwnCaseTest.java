package io.redress.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.engine.variable.OwnCase;
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
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
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
        assertThatThrownBy(() -> start(step("withdrawDelegate"), 3L)).hasMessageContaining("another case");
        assertThat(done).isEmpty();
    }

    /** Whoever calls it decides on its business key; the number of the outermost course was given by Redress. */
    @Test
    void aCalledStepActsOnTheCaseOfWhoeverCallsIt() {
        deploy("called.bpmn", step("called", "withdrawDelegate"));
        start(call("#{execution.processBusinessKey}", "#{caseId}"), 1L);
        assertThat(done).containsExactly(1L);
        for (String key : List.of(NUMBERS.get(2L), "#{execution.processBusinessKey}")) {
            assertThatThrownBy(() -> start(call(key, "#{2}"), 1L)).hasMessageContaining("another case");
        }
        assertThat(done).containsExactly(1L);
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

    private static BpmnModelInstance call(String businessKey, String caseId) {
        BpmnModelInstance diagram = Bpmn.createExecutableProcess("probe")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .callActivity()
                .calledElement("called")
                .camundaInBusinessKey(businessKey)
                .camundaIn("caseId", "caseId")
                .endEvent()
                .done();
        diagram.getModelElementsByType(CamundaIn.class).stream()
                .filter(in -> "caseId".equals(in.getCamundaTarget()))
                .forEach(in -> {
                    in.removeAttributeNs(BpmnModelConstants.CAMUNDA_NS, "source");
                    in.setCamundaSourceExpression(caseId);
                });
        return diagram;
    }

    private static BpmnModelInstance step(String name) {
        return step("probe", name);
    }

    private static BpmnModelInstance step(String process, String name) {
        return Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${" + name + "}")
                .endEvent()
                .done();
    }

    private void deploy(String file, BpmnModelInstance diagram) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(file, diagram)
                .deploy();
    }

    private void start(BpmnModelInstance diagram, long caseId) {
        deploy("probe.bpmn", diagram);
        engine.getRuntimeService().startProcessInstanceByKey("probe", NUMBERS.get(1L), Map.of("caseId", caseId));
    }

    private ProcessEngine engine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("own-case");
        configuration.setJdbcUrl("jdbc:h2:mem:own-case");
        configuration.setExpressionManager(new StepExpressions(
                Map.of("withdrawDelegate", new StepGuard(ownCase).guarded("withdrawDelegate", step))));
        return configuration.buildProcessEngine();
    }
}
