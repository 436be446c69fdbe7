package io.redress.rules;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A person's step: whose it is, what is asked, until when, and that what was submitted is kept. */
final class UserTaskRules implements Rule {

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        Contract contract = house.contracts().get(diagram.process().getId());
        for (UserTask task : diagram.all(UserTask.class)) {
            groups(task, house, contract, findings);
            FormReference.check(task, house, findings);
            String form = Words.kebabCase(Diagram.label(task));
            if (!form.equals(FormReference.of(task))) {
                findings.add(task, "its form is %s", form);
            }
            handler(task, contract, findings);
            Diagram.property(task, "evidence")
                    .filter(word -> !word.equals("required"))
                    .ifPresent(word -> findings.add(task, "evidence is “required” or not named, never %s", word));
            if (task.getCamundaDueDate() == null) {
                findings.add(task, "has no due date");
            } else if (!Times.understood(task.getCamundaDueDate()) && !named(task, contract)) {
                findings.add(task, "the due date %s %s", task.getCamundaDueDate(), Times.EXPECTED);
            }
            if (!task.isCamundaAsyncAfter() && !next(diagram, task).allMatch(next -> keeps(diagram, next))) {
                findings.add(task, "what was submitted is not kept when the next step fails (asyncAfter)");
            }
        }
    }

    /** What happens when it is submitted has its name. */
    private static void handler(UserTask task, Contract contract, Findings findings) {
        String label = Diagram.label(task);
        String expected = Words.camelCase(label) + "Handler";
        Diagram.property(task, "onSubmit").ifPresent(handler -> {
            if (!handler.equals(expected)) {
                findings.add(task, "what happens on submitting (onSubmit) is %s", expected);
            }
        });
        String type = Words.pascalCase(label) + "Handler";
        if (contract != null && Diagram.property(task, "onSubmit").isPresent() != contract.has(type)) {
            findings.add(task, "%s stands in %s where the step names it, and nowhere else", type, contract.home());
        }
    }

    private static void groups(UserTask task, House house, Contract contract, Findings findings) {
        List<String> groups = task.getCamundaCandidateGroupsList();
        if (groups.isEmpty()) {
            findings.add(task, "nobody may do it (candidate groups)");
        }
        for (String group : groups) {
            boolean known = group.matches("\\$\\{\\w+}")
                    ? declares(task, contract, group.substring(2, group.length() - 1))
                    : house.groups().contains(group);
            if (!known) {
                findings.add(task, "there is no group %s", group);
            }
        }
    }

    /** A date that the process has found out and keeps in a variable of its own. */
    private static boolean named(UserTask task, Contract contract) {
        String due = task.getCamundaDueDate();
        return due.matches("\\$\\{\\w+}") && declares(task, contract, due.substring(2, due.length() - 1));
    }

    private static boolean declares(UserTask task, Contract contract, String variable) {
        boolean itsOwn = task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                && variable.equals(loop.getCamundaElementVariable());
        return itsOwn || contract == null || contract.variables().contains(variable);
    }

    /** Whether the submission is committed before anything happens in the step. */
    private static boolean keeps(Diagram diagram, FlowNode step) {
        if (step instanceof Gateway && diagram.leaving(step).size() == 1) {
            return next(diagram, step).allMatch(after -> keeps(diagram, after));
        }
        boolean waits = step instanceof UserTask
                || step instanceof ReceiveTask
                || step instanceof IntermediateCatchEvent
                || step instanceof EventBasedGateway;
        return step.isCamundaAsyncBefore()
                || waits
                || step instanceof SubProcess frame && first(diagram, frame).allMatch(next -> keeps(diagram, next));
    }

    private static Stream<FlowNode> first(Diagram diagram, SubProcess frame) {
        return frame.getFlowElements().stream()
                .filter(element -> element instanceof StartEvent)
                .flatMap(start -> next(diagram, (StartEvent) start));
    }

    private static Stream<FlowNode> next(Diagram diagram, FlowNode step) {
        return diagram.leaving(step).stream().map(SequenceFlow::getTarget);
    }
}
