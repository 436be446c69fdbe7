package io.redress.rules;

import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** A step of the system: one delegate with its name, and a save point before its effect. */
final class ServiceTaskRules implements Rule {

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        Contract contract = house.contracts().get(diagram.process().getId());
        for (ServiceTask task : diagram.all(ServiceTask.class)) {
            String label = Diagram.label(task);
            String expression = "${" + Words.camelCase(label) + "Delegate}";
            if (!expression.equals(task.getCamundaDelegateExpression())) {
                findings.add(task, "calls %s", expression);
            }
            String delegate = Words.pascalCase(label) + "Delegate";
            if (contract != null && !contract.hasDelegate(delegate)) {
                findings.add(task, "there is no %s in %s", delegate, contract.home());
            }
            if (!task.isCamundaAsyncBefore()) {
                findings.add(task, "has no save point before its effect (asyncBefore)");
            }
        }
    }
}
