package io.redress.rules;

import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

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
            if (contract != null && !contract.has(delegate)) {
                findings.add(task, "there is no %s in %s", delegate, contract.home());
            }
            // A called process begins in the job of its caller, a timer fires in its own: each is a save point already.
            boolean called = !diagram.process().isCamundaStartableInTasklist();
            boolean saved = diagram.entering(task).stream()
                    .allMatch(flow -> flow.getSource() instanceof StartEvent start && (called || timed(start)));
            if (!task.isCamundaAsyncBefore() && !saved) {
                findings.add(task, "has no save point before its effect (asyncBefore)");
            }
        }
    }

    private static boolean timed(StartEvent start) {
        return start.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }
}
