package io.redress.rules;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
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
            if (contract != null && !contract.hasDelegate(delegate)) {
                findings.add(task, "there is no %s in %s", delegate, contract.home());
            }
            boolean saved = diagram.entering(task).stream().allMatch(flow -> saves(diagram, flow.getSource()));
            if (!task.isCamundaAsyncBefore() && !saved) {
                findings.add(task, "has no save point before its effect (asyncBefore)");
            }
        }
    }

    /** A called process begins in the job of its caller, and a timer that fires is a job: both are save points already. */
    private static boolean saves(Diagram diagram, FlowNode before) {
        boolean called = !diagram.process().isCamundaStartableInTasklist();
        return before instanceof StartEvent && called || before instanceof CatchEvent event && timer(event);
    }

    private static boolean timer(CatchEvent event) {
        Collection<EventDefinition> definitions = event.getEventDefinitions();
        return !definitions.isEmpty() && definitions.stream().allMatch(TimerEventDefinition.class::isInstance);
    }
}
