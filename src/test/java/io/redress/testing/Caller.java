package io.redress.testing;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.calledProcessInstance;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;

/**
 * A process that does nothing but call another as a call activity does, and keeps what that gives back.
 *
 * @param called the key of the other
 * @param in the names of the variables that go in
 * @param out the names of those that come back
 */
public record Caller(String called, List<String> in, List<String> out) {

    /** Calls it for the complaint with that number, and gives the called instance. */
    public ProcessInstance call(String number, Map<String, Object> variables) {
        if (repositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key())
                        .count()
                == 0) {
            deploy();
        }
        return calledProcessInstance(called, runtimeService().startProcessInstanceByKey(key(), number, variables));
    }

    /** What came back to the caller of that complaint. */
    public Map<String, Object> gotBack(String number) {
        return runtimeService()
                .getVariables(runtimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey(key())
                        .activityIdIn("receiveTask_after")
                        .singleResult()
                        .getId());
    }

    private void deploy() {
        CallActivityBuilder call = Bpmn.createExecutableProcess(key())
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .callActivity()
                .calledElement(called)
                .camundaInBusinessKey("#{execution.processBusinessKey}");
        in.forEach(name -> call.camundaIn(name, name));
        out.forEach(name -> call.camundaOut(name, name));
        repositoryService()
                .createDeployment()
                .addModelInstance(
                        key() + ".bpmn",
                        call.receiveTask("receiveTask_after")
                                .message("test.finished")
                                .endEvent()
                                .done())
                .deploy();
    }

    /** Of its own for what goes in and out: other tests of the same engine may pass something else. */
    private String key() {
        return called + "-caller-" + Integer.toHexString(Objects.hash(in, out));
    }
}
