package io.redress.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What an owner draws in Modeler: a step and its form, labelled in both languages. */
final class OwnersFiles {

    static final String DIAGRAM = "goods-check.bpmn";
    static final String FORM = "check-goods.form";

    private OwnersFiles() {}

    /** @param step what stands on the step, and on the field of its form */
    static Map<String, byte[]> named(String step, String field) {
        return Map.of(DIAGRAM, diagram(step), FORM, form(field));
    }

    private static byte[] diagram(String step) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="definitions">
                  <process id="goods-check" name="Goods check" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <extensionElements><camunda:properties>
                      <camunda:property name="label.en" value="Goods check" />
                      <camunda:property name="label.zh" value="商品检查" />
                    </camunda:properties></extensionElements>
                    <startEvent id="start"><outgoing>flow</outgoing></startEvent>
                    <userTask id="check" name="%s" camunda:formRef="check-goods" camunda:formRefBinding="deployment" camunda:candidateGroups="customer-service">
                      <extensionElements><camunda:properties>
                        <camunda:property name="label.en" value="Check goods" />
                        <camunda:property name="label.zh" value="检查商品" />
                      </camunda:properties></extensionElements>
                      <incoming>flow</incoming>
                    </userTask>
                    <sequenceFlow id="flow" sourceRef="start" targetRef="check" />
                  </process>
                </definitions>
                """.formatted(step).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] form(String field) {
        return """
                {"type": "default", "id": "check-goods", "schemaVersion": 16, "components": [
                  {"type": "textfield", "id": "Field_state", "key": "state", "label": "%s",
                   "properties": {"label.zh": "状况"}},
                  {"type": "textfield", "id": "Field_remark", "key": "remark", "label": "Remark"}]}
                """.formatted(field).getBytes(StandardCharsets.UTF_8);
    }
}
