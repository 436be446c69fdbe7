package io.redress.rules;

import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** How start events and user tasks name their forms. */
final class FormReference {

    private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;

    private FormReference() {}

    /** The form's id, or null. */
    static String of(FlowNode node) {
        return node.getAttributeValueNs(CAMUNDA, "formRef");
    }

    static void check(FlowNode node, House house, Findings findings) {
        if (of(node) == null || !house.forms().containsKey(of(node))) {
            findings.add(node, "there is no form %s", of(node));
        }
        // An owner who deploys only the diagram would otherwise lose the form.
        if (!"latest".equals(node.getAttributeValueNs(CAMUNDA, "formRefBinding"))) {
            findings.add(node, "the form is bound to “latest”");
        }
    }
}
